import { describe, expect, it } from 'vitest';
import { checkSymbol, newRecordCode, readRecordCode } from './record-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = Array.from({ length: 200 }, () => newRecordCode());
const bare = (code: string) => code.replaceAll('-', '');
/** Neighbours in the alphabet, which closes into a ring: Z stands before 0. */
const areNeighbours = (a: string, b: string) => [1, 31].includes(Math.abs(alphabet.indexOf(a) - alphabet.indexOf(b)));
const swapped = (text: string, at: number) =>
	text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

describe('a record code', () => {
	it('is 17 symbols in four groups, and reads as itself', () => {
		for (const code of codes) {
			expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-HJKMNP-TV-Z]{5}$/);
			expect(readRecordCode(code)).toBe(code);
		}
		expect(new Set(codes).size).toBe(codes.length);
	});

	it('carries all 80 bits', () => {
		expect(newRecordCode(new Uint8Array(10))).toMatch(/^0000-0000-0000-0000/);
		expect(newRecordCode(new Uint8Array(10).fill(255))).toMatch(/^ZZZZ-ZZZZ-ZZZZ-ZZZZ/);
		expect(newRecordCode(Uint8Array.of(0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf))).toMatch(
			/^0123-4567-89AB-CDEF/
		);
	});

	it('finds every single wrong symbol', () => {
		for (const code of codes.slice(0, 20).map(bare))
			for (let at = 0; at < code.length; at++)
				for (const other of alphabet.replace(code.charAt(at), ''))
					expect(readRecordCode(code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
	});

	it('finds every exchange of neighbours but one pair that follows itself in the alphabet', () => {
		for (const code of codes.slice(0, 5))
			for (let at = 0; at < 15; at++) {
				const before = bare(code).slice(0, at);
				const unseen: string[] = [];
				for (let a = 0; a < 32; a++)
					for (let b = a + 1; b < 32; b++) {
						const pair = alphabet.charAt(a) + alphabet.charAt(b);
						if (checkSymbol(before + pair) === checkSymbol(swapped(before + pair, at))) unseen.push(pair);
					}
				expect(unseen.length).toBeLessThanOrEqual(1);
				for (const pair of unseen) expect(areNeighbours(pair.charAt(0), pair.charAt(1)), pair).toBe(true);
			}
	});

	it('finds an exchange with the check symbol too, with the same exception', () => {
		for (const code of codes.map(bare)) {
			const [a, b] = [code.charAt(15), code.charAt(16)];
			const found = readRecordCode(swapped(code, 15)) === null;
			expect(found || a === b || areNeighbours(a, b)).toBe(true);
		}
	});

	it.each([
		['lower case', (code: string) => code.toLowerCase()],
		['no dashes', bare],
		['spaces and long dashes', (code: string) => ` ${code.replaceAll('-', ' – ')} `],
		['O for 0, I and l for 1', (code: string) => code.replaceAll('0', 'o').replaceAll('1', 'l')],
		[
			'full-width letters',
			(code: string) => code.replace(/[A-Z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
		],
		['an invisible mark from a chat', (code: string) => `\u200b${code}\ufeff`]
	])('is read with %s', (_how, typed) => {
		for (const code of codes) expect(readRecordCode(typed(code))).toBe(code);
	});

	it.each([
		'',
		'x',
		'0000-0000-0000-0000',
		'0000-0000-0000-0000U',
		'<script>alert(1)</script>',
		'0'.repeat(200),
		'ộộộộ-ộộộộ-ộộộộ-ộộộộộ',
		'\u0000'
	])('is never read from %j', (typed) => expect(readRecordCode(typed)).toBeNull());
});
