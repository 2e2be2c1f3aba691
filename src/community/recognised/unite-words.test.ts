import { describe, expect, it } from 'vitest';
import { separate, unite, type Word } from './unite-words.ts';

const tick = (taker: string, at: number, mark: Word['mark'] = null): Word => ({
	taker,
	asked: null,
	way: 'tick',
	mark,
	at
});
const marked = (taker: string, at: number, questionId: string): Word => ({
	taker,
	asked: { courseId: 'thu', lessonId: 'giu-ma', questionId },
	way: null,
	mark: 'alone',
	at
});
const sorted = (words: Word[]) => words.map((word) => JSON.stringify(word)).sort();

describe('two lines of a list that become one', () => {
	it('keep every helper’s word, and of a helper who spoke of both the latest', () => {
		const written = [tick('hoa', 5, 'alone'), tick('yen', 1)];
		expect(unite(written, [tick('hoa', 3, 'not-yet')]).united).toEqual([tick('hoa', 5, 'alone'), tick('yen', 1)]);
		expect(unite([tick('hoa', 3, 'alone')], [tick('hoa', 5, 'not-yet')]).united).toEqual([tick('hoa', 5, 'not-yet')]);
	});

	it('lose no mark to a later word that has none', () => {
		expect(unite([tick('hoa', 5)], [tick('hoa', 3, 'alone')]).united).toEqual([tick('hoa', 5, 'alone')]);
	});

	it.each([
		['who was not there', []],
		['of whom another helper spoke', [tick('lan', 4)]],
		['of whom the same helper spoke before', [tick('hoa', 1, 'not-yet'), marked('hoa', 9, 'mot')]],
		['of whom the same helper spoke later', [tick('hoa', 9)]]
	])('are the two lines again when that of somebody %s is taken apart', (_, hers) => {
		const written = [tick('hoa', 5, 'alone'), marked('hoa', 6, 'mot'), marked('hoa', 6, 'hai'), tick('yen', 2)];
		const { united, recall } = unite(written, hers);
		const apart = separate(united, JSON.parse(JSON.stringify(recall)));
		expect(sorted(apart.written)).toEqual(sorted(written));
		expect(sorted(apart.hers)).toEqual(sorted(hers));
	});

	it('leave with her what was said of her meanwhile, and bring nothing back that was taken back', () => {
		const { united, recall } = unite([tick('hoa', 5, 'alone'), tick('yen', 6)], [tick('hoa', 3)]);
		const changed = united
			.map((word) => (word.taker === 'hoa' ? { ...word, mark: 'reminded' as const } : word))
			.filter(({ taker }) => taker !== 'yen');
		const since = [...changed, tick('lan', 8)];
		expect(separate(since, recall)).toEqual({
			written: [tick('hoa', 5, 'alone')],
			hers: [tick('hoa', 5, 'reminded'), tick('lan', 8)]
		});
	});
});
