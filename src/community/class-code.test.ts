import { describe, expect, it } from 'vitest';
import { newClassCode, readClassCode, writtenClassCode } from './class-code.ts';

describe('the code on the wall', () => {
	it('is read as it was made, however it is typed', () => {
		for (let i = 0; i < 50; i++) {
			const code = newClassCode();
			expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
			expect(readClassCode(writtenClassCode(code))).toBe(code);
			expect(readClassCode(` ${writtenClassCode(code).toLowerCase().replace('-', ' ')} `)).toBe(code);
		}
	});

	it('is another one each time', () => {
		expect(new Set(Array.from({ length: 200 }, newClassCode)).size).toBe(200);
	});

	it.each(['', 'K7M4', 'K7M4-2QX0', 'K7M42QXDD', 'đây là mã', '../../x'])('is not %j', (typed) =>
		expect(readClassCode(typed)).toBe('')
	);
});
