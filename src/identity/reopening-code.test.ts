import { describe, expect, it } from 'vitest';
import { newReopeningCode, readReopeningCode } from './reopening-code.ts';

describe('the code on a reopening sheet', () => {
	it('is ten signs in two groups, never the same', () => {
		const codes = new Set(Array.from({ length: 200 }, newReopeningCode));
		expect(codes.size).toBe(200);
		for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
	});

	it.each([
		['K7M29-QXR4T', 'K7M29QXR4T'],
		[' k7m29 qxr4t ', 'K7M29QXR4T'],
		['OIL00-11111', '0110011111'],
		['', '']
	])('typed as %j is read as %s', (typed, code) => expect(readReopeningCode(typed)).toBe(code));
});
