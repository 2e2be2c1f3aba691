import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { indexed, readWish } from './words.ts';

describe('a lexicon', () => {
	it('gives a word the same number in every text, and nothing to no text', () => {
		const lexicon = new Lexicon();
		expect([...lexicon.read('ma otp ma')]).toEqual([0, 1, 0]);
		expect([...lexicon.read(' otp moi ')]).toEqual([1, 2]);
		expect([...lexicon.read('')]).toEqual([]);
	});

	it('knows the words of a wish, those that begin with the last one, and none that no text holds', () => {
		const lexicon = new Lexicon();
		lexicon.read(indexed('Mã máy')); // ma may ma4 may1
		const { words, begun, concerns } = lexicon.seek(readWish('zzz mã'));
		expect(words).toEqual([
			{ folded: -1, marked: null, spelt: null },
			{ folded: 0, marked: 2, spelt: 'ma4' }
		]);
		expect([...begun]).toEqual([1, 1, 1, 1]);
		expect(concerns).toEqual(begun);
		expect([...lexicon.seek(readWish('mã may')).begun]).toEqual([0, 1, 0, 1]);
	});
});
