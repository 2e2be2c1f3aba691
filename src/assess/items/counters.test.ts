import { describe, expect, it } from 'vitest';
import { count, noCounters, recentAndEarlier, type Meeting } from './counters.ts';

const since = '2026-09-01';

/** Meetings of all sorts, from small numbers. */
function meetings(n: number): Meeting[] {
	return Array.from({ length: n }, (_, i) => ({
		day: `2026-${String(7 + (i % 5)).padStart(2, '0')}-15`,
		answer:
			i % 7 === 0
				? null
				: {
						points: [0, 333, 500, 1000][i % 4] ?? 0,
						rest: i % 11 === 0 ? null : (i * 13) % 101,
						seconds: i % 5 === 0 ? null : (i * 17) % 400,
						chosen: [`option:${'abc'[i % 3]}`]
					}
	}));
}

function counted(all: readonly Meeting[]) {
	const counters = noCounters();
	for (const each of all) count(counters, each, { sign: 1, since });
	return counters;
}

/** The same whatever order the keys came in. */
const sorted = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value), (_, each: unknown) =>
		typeof each === 'object' && each !== null ? Object.fromEntries(Object.entries(each).sort()) : each
	);

describe('counters', () => {
	it('are the same in whatever order attempts come', () => {
		const all = meetings(60);
		expect(sorted(counted(all.toReversed()))).toEqual(sorted(counted(all)));
	});

	it('are as if an attempt had never come when it is taken out again', () => {
		const all = meetings(60);
		const counters = counted(all);
		for (const each of all.slice(20).toReversed()) count(counters, each, { sign: -1, since });
		expect(sorted(counters)).toEqual(sorted(counted(all.slice(0, 20))));
		for (const each of all.slice(0, 20)) count(counters, each, { sign: -1, since });
		expect(counters).toEqual(noCounters());
	});

	it('tell days apart for ninety days; an old one can still be taken out', () => {
		const all = meetings(60);
		const counters = counted(all);
		const { recent, earlier } = recentAndEarlier(counters, since);
		const answered = all.filter(({ answer }) => answer !== null);
		expect([recent.n, earlier.n]).toEqual([
			answered.filter(({ day }) => day >= since).length,
			answered.filter(({ day }) => day < since).length
		]);
		expect(Object.keys(counters.days).sort()).toEqual(['2026-09-15', '2026-10-15', '2026-11-15', 'before']);
		const later = '2026-12-01';
		for (const each of all) count(counters, each, { sign: -1, since: later });
		expect(counters.days).toEqual({});
	});
});
