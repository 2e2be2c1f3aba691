import { describe, expect, it } from 'vitest';
import { breakLines, fitText } from './fitting.ts';

/** Letters as wide as half their height. */
const measure = (text: string, size: number) => (text.length * size) / 2;
const room = { width: 100, size: 20, least: 10, lines: 2 };

describe('fitting a text', () => {
	it('leaves a short one as large as it may be', () =>
		expect(fitText(measure, 'Lan Anh', room)).toEqual({ size: 20, lines: ['Lan Anh'] }));

	it('breaks between words, lines about equally long', () =>
		expect(fitText(measure, 'aaa bbb ccc ddd', { ...room, width: 120 })).toEqual({
			size: 20,
			lines: ['aaa bbb', 'ccc ddd']
		}));

	it('shrinks before it takes another line', () => {
		const { size, lines } = fitText(measure, 'Nguyễn Phước Tôn Nữ Hoàng Anh', room);
		expect(lines.length).toBe(2);
		expect(size).toBeLessThan(20);
		for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(100);
	});

	it('cuts nothing off at the smallest size', () => {
		const text = 'một hai ba bốn năm sáu bảy tám chín mười '.repeat(3).trim();
		const { size, lines } = fitText(measure, text, room);
		expect(size).toBe(10);
		expect(lines.join(' ')).toBe(text);
	});

	it('breaks a word that is wider than the paper, never inside a letter', () => {
		const letter = 'ơ\u0306';
		const lines = breakLines((text) => text.length, letter.repeat(30), 21);
		expect(lines.join('')).toBe(letter.repeat(30));
		for (const line of lines) {
			expect(line.length).toBeLessThanOrEqual(21);
			expect(line.startsWith('\u0306')).toBe(false);
		}
	});
});
