import { describe, expect, it } from 'vitest';
import { oneMore, waitAfter, type Count, type Limit } from './counting.ts';

const start = new Date('2026-11-23T02:00:00Z');
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);

/** Counts at these minutes, each as soon as it is asked for. */
const countedAt = (limit: Limit, ...at: number[]) =>
	at.reduce<Count | undefined>((before, minute) => oneMore(limit, before, minutes(minute)), undefined);

const growing: Limit = { name: 'tries', free: 5, minutes: 720, waits: [1, 2, 4, 8, 15] };
const window: Limit = { name: 'things', free: 3, minutes: 10 };

describe('waits that grow', () => {
	it.each([
		[4, 0],
		[5, 1],
		[6, 2],
		[7, 4],
		[8, 8],
		[9, 15],
		[30, 15]
	])('after %i tries are %i minutes', (tries, wait) => {
		const count = countedAt(growing, ...Array.from({ length: tries }, () => 0));
		expect(waitAfter(count, start)).toBe(wait * 60_000);
		expect(waitAfter(count, minutes(wait))).toBe(0);
	});

	it('begin anew when the last try is long ago, not the first', () => {
		const tries = [0, 100, 200, 300, 400];
		expect(waitAfter(countedAt(growing, ...tries, 700), minutes(700))).toBe(2 * 60_000);
		expect(waitAfter(countedAt(growing, ...tries, 400 + 720), minutes(400 + 720))).toBe(0);
	});
});

describe('so many within so long', () => {
	it('are free, then one waits until that time is over', () => {
		expect(waitAfter(countedAt(window, 0, 1), minutes(1))).toBe(0);
		expect(waitAfter(countedAt(window, 0, 1, 4), minutes(4))).toBe(6 * 60_000);
		expect(waitAfter(countedAt(window, 0, 1, 4), minutes(10))).toBe(0);
	});

	it('are counted from the first on, and then anew', () => {
		expect(countedAt(window, 0, 9, 10)).toMatchObject({ count: 1, endsAt: minutes(20) });
	});
});

it('nothing counted is nothing to wait for', () => {
	expect(waitAfter(undefined, start)).toBe(0);
});
