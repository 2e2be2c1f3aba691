import { describe, expect, it } from 'vitest';
import { KeptAnswers } from './kept-answers.ts';

const answer = Buffer.from('{"courses":[]}');
const release = {};
const place = { key: 'a session', basis: ['lan', 'v1', 'vi', release, undefined], now: 1_000 };
const keep = (kept: KeptAnswers, key = place.key) => kept.keep({ ...place, key, until: 2_000 }, answer);

describe('what a browser was told last', () => {
	it('is told again as long as all that it rests on is the same', () => {
		const kept = new KeptAnswers();
		expect(kept.find(place)).toBeUndefined();
		keep(kept);
		expect(kept.find({ ...place, basis: [...place.basis] })).toBe(answer);
	});

	it.each([
		['of another session', { key: 'another' }],
		['for somebody else', { basis: ['anh', 'v1', 'vi', release, undefined] }],
		['after something has changed', { basis: ['lan', 'v2', 'vi', release, undefined] }],
		['in another language', { basis: ['lan', 'v1', 'en', release, undefined] }],
		['of another release, even one that is equal', { basis: ['lan', 'v1', 'vi', {}, undefined] }],
		['where less is known', { basis: ['lan', 'v1', 'vi', release] }],
		['when its time is over', { now: 2_000 }],
		['before its time, where a clock was set back', { now: 999 }]
	])('is not told %s', (_what, part) => {
		const kept = new KeptAnswers();
		keep(kept);
		expect(kept.find({ ...place, ...part })).toBeUndefined();
	});

	it('gives way to what came later, whoever asked longest ago first', () => {
		const kept = new KeptAnswers({ answers: 2, bytes: 1_000_000 });
		const known = () => ['a', 'b', 'c'].filter((key) => kept.find({ ...place, key }) !== undefined);
		keep(kept, 'a');
		keep(kept, 'b');
		kept.find({ ...place, key: 'a' });
		keep(kept, 'c');
		expect(known()).toEqual(['a', 'c']);
	});

	it('takes no more room than it may, however often something is kept in place of another', () => {
		const kept = new KeptAnswers({ answers: 1_000, bytes: 1_100 }); // two of them, with what an entry takes
		for (let i = 0; i < 50; i++) keep(kept, 'a');
		keep(kept, 'b');
		const known = () => ['a', 'b', 'c'].filter((key) => kept.find({ ...place, key }) !== undefined);
		expect(known()).toEqual(['a', 'b']);
		keep(kept, 'c');
		expect(known()).toEqual(['b', 'c']);
		kept.keep({ ...place, key: 'c', until: 2_000 }, Buffer.alloc(5_000)); // more than there is room for
		expect(known()).toEqual([]);
	});
});
