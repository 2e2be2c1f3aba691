import { describe, expect, it } from 'vitest';
import { spanOfMonth } from './months.ts';
import { sumOf, type Work } from './sum-hours.ts';

const lan = { accountId: 'lan', joinedOn: '2026-11-05', leftOn: null };
const work = (day: string, part: Partial<Work> = {}): Work => {
	return { accountId: 'lan', kind: 'visit', at: new Date(`${day}T08:00:00+07:00`), minutes: 30, ...part };
};

describe('the hours of a member', () => {
	it('are what she did herself, by kind and in all', () => {
		const done = [
			work('2026-11-06'),
			work('2026-11-07', { minutes: 45 }),
			work('2026-11-07', { kind: 'desk', minutes: 15 }),
			work('2026-11-08', { kind: 'class', minutes: 90 }),
			work('2026-11-08', { accountId: 'hoa' })
		];
		expect(sumOf(done, lan)).toEqual({
			visits: { count: 2, minutes: 75 },
			desk: { count: 1, minutes: 15 },
			classes: { count: 1, minutes: 90 },
			minutes: 180
		});
	});

	it('count a moment once where she held several classes at a time, and each class', () => {
		const at = (time: string) => new Date(`2026-11-08T${time}:00+07:00`);
		const done = [
			work('2026-11-08', { kind: 'class', at: at('08:00'), minutes: 90 }),
			work('2026-11-08', { kind: 'class', at: at('08:30'), minutes: 30 }),
			work('2026-11-08', { kind: 'class', at: at('09:00'), minutes: 60 }),
			work('2026-11-08', { kind: 'class', at: at('14:00'), minutes: 60 })
		];
		expect(sumOf(done, lan)).toMatchObject({ classes: { count: 4, minutes: 180 }, minutes: 180 });
	});

	it('count from the day on which she came to the day on which she left, by the calendar in Viet Nam', () => {
		const late = { at: new Date('2026-11-09T23:30:00+07:00') };
		const done = [work('2026-11-04'), work('2026-11-05'), work('2026-11-09', late), work('2026-11-10')];
		expect(sumOf(done, { ...lan, leftOn: '2026-11-09' }).visits.count).toBe(2);
	});
});

describe('a month', () => {
	it.each([
		['2026-11', '2026-10-31T17:00:00.000Z', '2026-11-30T17:00:00.000Z'],
		['2026-12', '2026-11-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
		['2024-02', '2024-01-31T17:00:00.000Z', '2024-02-29T17:00:00.000Z']
	])('%s begins and ends at midnight in Viet Nam', (month, from, to) =>
		expect(spanOfMonth(month)).toEqual({ from: new Date(from), to: new Date(to) })
	);

	it.each([['2026-13'], ['2026-00'], ['11/2026'], [''], ['2026-1']])('is not %j', (month) =>
		expect(() => spanOfMonth(month)).toThrow('platform.invalid')
	);
});
