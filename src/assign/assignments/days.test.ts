import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from './days.ts';

describe('calendar days', () => {
	it.each([
		['2026-01-31', 1, '2026-02-28'],
		['2028-02-29', 12, '2029-02-28'],
		['2026-11-26', 12, '2027-11-26'],
		['2026-12-15', 1, '2027-01-15']
	])('%s and %i months later is %s', (day, months, later) => {
		expect(addMonths(day, months)).toBe(later);
	});

	it('count over the ends of months and years', () => {
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
		expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
		expect(daysBetween('2026-11-26', '2026-12-04')).toBe(8);
		expect(daysBetween('2026-11-26', '2026-11-24')).toBe(-2);
	});
});
