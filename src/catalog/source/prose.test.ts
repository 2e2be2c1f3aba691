import { expect, it } from 'vitest';
import { countWords, sentencesOf } from './prose.ts';

it.each([
	['Học một biết mười.', 4],
	['Gọi 156 – miễn phí.', 4],
	['  nhiều   dấu   cách  ', 3],
	['…', 0]
])('counts the syllables of %j', (text, words) => {
	expect(countWords(text)).toBe(words);
});

it.each([
	['Một. Hai! Ba? Bốn…', ['Một.', 'Hai!', 'Ba?', 'Bốn…']],
	['Có 1.234.567 đồng ở www.a.vn hôm nay.', ['Có 1.234.567 đồng ở www.a.vn hôm nay.']],
	['Họ nói: "Đọc mã." Đừng đọc.', ['Họ nói: "Đọc mã."', 'Đừng đọc.']]
])('cuts %j into sentences', (text, sentences) => {
	expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
});

it('knows the line a sentence begins in', () => {
	expect(sentencesOf('Một\nhai. Ba.\nBốn.').map((sentence) => sentence.line)).toEqual([0, 1, 2]);
});
