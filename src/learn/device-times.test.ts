import { describe, expect, it } from 'vitest';
import { believed } from './device-times.ts';

const now = new Date('2026-11-23T02:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('the times of a phone', () => {
	it.each([
		['an hour ago', 70, 60],
		['just now', 0, 0],
		['nearly ninety days ago', 129_590, 129_580],
		['without knowing the opening', null, 60]
	])('are believed when it was %s', (_what, opened, answered) => {
		const openedAt = opened === null ? null : minutesAgo(opened);
		expect(believed({ openedAt, answeredAt: minutesAgo(answered) }, now)).toEqual({
			openedAt,
			answeredAt: minutesAgo(answered)
		});
	});

	it('are drawn back to now when the phone is up to five minutes fast', () => {
		expect(believed({ openedAt: minutesAgo(2), answeredAt: minutesAgo(-4) }, now)).toEqual({
			openedAt: minutesAgo(2),
			answeredAt: now
		});
	});

	it.each([
		['the answer lies in the future', 0, -6],
		['the opening lies in the future', -6, 0],
		['the answer is older than ninety days', 129_700, 129_601],
		['only the opening is older than ninety days', 129_601, 10],
		['the answer comes before the opening', 10, 20],
		['there is no answer time', 10, null]
	])('are set aside when %s', (_what, opened, answered) => {
		const answeredAt = answered === null ? null : minutesAgo(answered);
		expect(believed({ openedAt: minutesAgo(opened), answeredAt }, now)).toBeNull();
	});

	it('are set aside when they are no times', () => {
		expect(believed({ openedAt: null, answeredAt: new Date(Number.NaN) }, now)).toBeNull();
	});
});
