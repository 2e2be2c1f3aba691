import { describe, expect, it } from 'vitest';
import { closingAt, isTimeOver, minutesLeft } from './clock.ts';
import { gainBetween, measureOf } from './measure.ts';
import { retakeFrom } from './retake.ts';

const now = new Date('2026-11-26T02:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const hours = (count: number) => after(count * 60);

describe('the clock of a test', () => {
	it('stands nowhere where nobody looks at it', () => {
		expect(closingAt(null, now, true)).toBeNull();
		expect(isTimeOver({ closesAt: null, pausedAt: null }, hours(10_000))).toBe(false);
		expect(minutesLeft({ closesAt: null, pausedAt: null }, now)).toBeNull();
	});

	it.each([
		[30, false, 30],
		[30, true, 45],
		[5, true, 7.5]
	])('of %i minutes, more time %s, ends after %d', (minutes, more, lasts) =>
		expect(closingAt(minutes, now, more)).toEqual(after(lasts))
	);

	it.each([
		[29.99, false, 1],
		[30, false, 0],
		[30.5, false, 0],
		[30.51, true, 0]
	])('after %d of 30 minutes is over: %s, and shows %i', (passed, over, left) => {
		const attempt = { closesAt: after(30), pausedAt: null };
		expect([isTimeOver(attempt, after(passed)), minutesLeft(attempt, after(passed))]).toEqual([over, left]);
	});

	it('stands while it is paused, however long', () => {
		const attempt = { closesAt: after(30), pausedAt: after(12) };
		expect([isTimeOver(attempt, hours(100)), minutesLeft(attempt, hours(100))]).toEqual([false, 18]);
	});
});

describe('taking a test again', () => {
	const rule = { afterHours: 24, mostIn30Days: 2 };
	const taken = (at: Date, voidReason: string | null = null) => ({ startedAt: at, finishedAt: at, voidReason });

	it('is free where nothing was taken, or what was taken does not count', () => {
		expect(retakeFrom(rule, [], now)).toBeNull();
		expect(retakeFrom(rule, [taken(hours(-1), 'mất điện')], now)).toBeNull();
	});

	it('waits for so many hours, to the moment', () => {
		expect(retakeFrom(rule, [taken(hours(-23))], now)).toEqual(hours(1));
		expect(retakeFrom(rule, [taken(hours(-24))], now)).toBeNull();
	});

	it('waits until fewer than so many lie in the last thirty days, in whatever order they come', () => {
		const [first, second] = [taken(hours(-29 * 24)), taken(hours(-5 * 24))];
		for (const earlier of [
			[first, second],
			[second, first]
		])
			expect(retakeFrom(rule, earlier, now)).toEqual(hours(24));
	});
});

describe('a measure', () => {
	it('never leaves its range, and never comes without an error', () => {
		for (let ability = -8; ability <= 8; ability += 0.25)
			for (const error of [0, 0.1, 1, 3]) {
				const { points, error: off } = measureOf({ ability, error });
				expect([points >= 0, points <= 100, off >= 1, Number.isInteger(points)]).toEqual([true, true, true, true]);
			}
	});

	it('gained between two tests is unsure by what both are', () => {
		const [before, later] = [-0.6, 0.6].map((ability) => ({ ability: ability * 1000, abilityError: 300 }));
		expect(before && later && gainBetween(before, later)).toEqual({ points: 20, error: 7 });
		expect(gainBetween({ ability: null, abilityError: null }, { ability: 0, abilityError: 1 })).toBeNull();
	});
});
