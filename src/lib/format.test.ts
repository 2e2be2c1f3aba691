import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, formatNumber, formatPercent } from './format.ts';

describe('dates and numbers', () => {
	it.each([
		['2026-11-22', '22/11/2026'],
		['2026-11', '11/2026'],
		['2026', '2026'],
		['2026-11-22T16:59:59Z', '22/11/2026'],
		['2026-11-22T17:00:00Z', '23/11/2026']
	])('writes %s as %s, the day it is in Viet Nam', (value, day) => {
		expect(formatDay(value)).toBe(day);
	});

	it('writes a moment with the clock first', () => {
		expect(formatMoment('2026-11-22T17:05:00Z')).toBe('00:05, 23/11/2026');
	});

	it('groups thousands with dots in Vietnamese and commas in English', () => {
		expect([formatNumber(1234567), formatNumber(1234567, 'en')]).toEqual(['1.234.567', '1,234,567']);
	});

	it('writes per cent without a gap', () => {
		expect(formatPercent(84.6)).toBe('85%');
	});
});
