import { describe, expect, it } from 'vitest';
import { gapsOf, type Rule } from './gaps.ts';

/** 2026-11-23 is a Monday. */
const now = new Date('2026-11-25T02:00:00Z');
const weekly: Rule = { rhythm: 'weekly', since: '2026-11-02', minimum: null, minimumBy: null };
const on = (text: string, came = true) => ({ startsAt: new Date(`${text}:00+07:00`), came });
const from = (rule: Rule, had: ReturnType<typeof on>[] = [], at = now) =>
	gapsOf(rule, had, at).missing.map(({ from: first }) => first);

describe('weeks without a class', () => {
	it('are those that are over, the newest first', () => {
		expect(gapsOf(weekly, [], now).missing).toEqual([
			{ from: '2026-11-16', to: '2026-11-22', waiting: false },
			{ from: '2026-11-09', to: '2026-11-15', waiting: false },
			{ from: '2026-11-02', to: '2026-11-08', waiting: false }
		]);
	});

	it('begin with the first whole one', () => {
		expect(from({ ...weekly, since: '2026-11-03' })).toEqual(['2026-11-16', '2026-11-09']);
		expect(from({ ...weekly, since: '2026-11-24' })).toEqual([]);
	});

	it('end with a day of Viet Nam', () => {
		const sunday = new Date('2026-11-22T16:59:00Z');
		const monday = new Date('2026-11-22T17:00:00Z');
		expect(from(weekly, [], sunday)).toHaveLength(2);
		expect(from(weekly, [], monday)).toHaveLength(3);
	});

	it('are filled from Monday’s first minute to Sunday’s last, by a session that somebody came to', () => {
		const had = [on('2026-11-09T00:00'), on('2026-11-22T23:59'), on('2026-11-05T19:00', false)];
		expect(gapsOf(weekly, had, now).missing).toEqual([{ from: '2026-11-02', to: '2026-11-08', waiting: true }]);
	});

	it('are none where there is no rhythm', () => {
		expect(from({ ...weekly, rhythm: 'none' })).toEqual([]);
	});
});

describe('months without a class', () => {
	const monthly: Rule = { ...weekly, rhythm: 'monthly', since: '2026-08-01' };
	it('are whole ones, over the end of a year too', () => {
		expect(from(monthly)).toEqual(['2026-10-01', '2026-09-01', '2026-08-01']);
		expect(from({ ...monthly, since: '2026-08-02' })).toEqual(['2026-10-01', '2026-09-01']);
		expect(from({ ...monthly, since: '2025-12-01' }, [], new Date('2026-02-10T00:00:00Z'))).toEqual([
			'2026-01-01',
			'2025-12-01'
		]);
		expect(gapsOf(monthly, [on('2026-10-31T23:00')], now).missing[0]).toMatchObject({
			from: '2026-09-01',
			to: '2026-09-30'
		});
	});
});

describe('the least number of sessions', () => {
	const least: Rule = { rhythm: 'none', since: '2026-11-02', minimum: 3, minimumBy: '2026-11-20' };
	it('counts those that somebody came to, from its first day to its last', () => {
		const had = [
			on('2026-11-01T19:00'),
			on('2026-11-02T00:00'),
			on('2026-11-20T23:59'),
			on('2026-11-21T00:00'),
			on('2026-11-10T19:00', false)
		];
		expect(gapsOf(least, had, now)).toMatchObject({ held: 3, short: 1 });
		expect(gapsOf({ ...least, minimumBy: null }, had, now)).toMatchObject({ held: 3, short: 0 });
		expect(gapsOf({ ...least, minimum: null }, [], now)).toMatchObject({ held: 0, short: 0 });
	});
});
