import { describe, expect, it } from 'vitest';
import { indexed, readWish, wordsOf } from './words.ts';

const marked = (word: string) => wordsOf(word)[0]?.marked;

describe('a word', () => {
	it.each([
		['đàn', 'dan', 'd9an2'],
		['dân', 'dan', 'da6n'],
		['DÁN', 'dan', 'dan1'],
		['nghiễm', 'nghiem', 'nghie6m4'],
		['ươm', 'uom', 'u7o7m'],
		['dan', 'dan', null],
		['OTP', 'otp', null],
		['156', '156', null]
	])('%s is found by %s and told apart by its marks', (word, folded, withMarks) => {
		expect(wordsOf(word)).toMatchObject([{ folded, marked: withMarks }]);
	});

	it('is the same wherever the tone is set, and however its letters are composed', () => {
		expect(marked('hoà')).toBe(marked('hòa'));
		expect(marked('thuỷ')).toBe(marked('thủy'));
		expect(marked('đàn'.normalize('NFD'))).toBe(marked('đàn'));
	});

	it.each([
		['Mã OTP: “đọc” ư?', ['Mã', 'OTP', 'đọc', 'ư']],
		['🌱Lúa🌾 𠮷田 chữ𠮷, ½ ', ['Lúa', '𠮷田', 'chữ𠮷', '½']],
		['e\u0301m \ud842 đi\ude00', ['e\u0301m', 'đi']]
	])('knows where it stands in %s', (text, words) => {
		expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
	});
});

describe('the index', () => {
	it('keeps the folded words in order, then each word with marks once', () => {
		expect(indexed('Dân ca, đàn và dân.')).toBe('dan ca dan va dan da6n d9an2 va2');
	});
});

describe('a wish', () => {
	it('takes every word once, and the last one as the last', () => {
		expect(readWish('mã OTP ma').words.map(({ typed }) => typed)).toEqual(['OTP', 'ma']);
	});

	it('is empty without letters and digits', () => {
		for (const query of ['', ' ', '?!', '“…”', '* OR NEAR("']) expect(readWish(query).words.length).toBeLessThan(3);
		expect(readWish('?!').words).toEqual([]);
	});
});
