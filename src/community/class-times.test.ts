import { describe, expect, it } from 'vitest';
import { nextStart, stateOf } from './class-times.ts';

const at = (text: string) => new Date(`${text}+07:00`);
const evening = at('2026-11-25T19:30');

describe('a session', () => {
	it.each([
		['2026-11-25T18:29', 'early'],
		['2026-11-25T18:30', 'on'],
		['2026-11-25T19:30', 'on'],
		['2026-11-26T01:30', 'on'],
		['2026-11-26T01:31', 'over'],
		['2026-11-24T19:30', 'early']
	])('at %s is %s', (now, state) => expect(stateOf(evening, at(now))).toBe(state));
});

describe('the next session', () => {
	it.each([
		['weekly', '2026-11-25T19:30', '2026-11-25T21:00', '2026-12-02T19:30'],
		['weekly', '2026-11-25T19:30', '2026-12-20T08:00', '2026-12-23T19:30'],
		['monthly', '2026-11-25T19:30', '2026-11-25T21:00', '2026-12-25T19:30'],
		['monthly', '2027-01-31T01:00', '2027-01-31T02:00', '2027-02-28T01:00'],
		['monthly', '2027-01-31T01:00', '2027-03-01T02:00', '2027-03-31T01:00']
	] as const)('%s after %s, seen at %s, is on %s', (rhythm, start, now, next) =>
		expect(nextStart(at(start), rhythm, at(now))).toEqual(at(next))
	);

	it('is not proposed where a session stands alone', () => {
		expect(nextStart(evening, 'none', evening)).toBeNull();
	});
});
