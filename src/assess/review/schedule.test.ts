import { describe, expect, it } from 'vitest';
import { seeded } from '../random.ts';
import { afterAnswer, dayAfter, isDue, missed, type Schedule } from './schedule.ts';

const start = '2026-11-23';
const retireAfterDays = 90;
const answer = (card: Schedule, right: boolean, on: string) => afterAnswer(card, { right, on, retireAfterDays });
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const wait = ({ answeredOn, dueOn }: Schedule) => (answeredOn && dueOn ? daysBetween(answeredOn, dueOn) : Infinity);

/** Cards as they come about: each answered some times, rightly or not, sometimes late, sometimes missed elsewhere. */
function* lives(): Generator<{ card: Schedule; on: string }> {
	for (let life = 0; life < 60; life++) {
		const random = seeded(`life ${life}`);
		let on = start;
		let card = missed(on);
		for (let turn = 0; turn < 12 && card.dueOn !== null; turn++) {
			on = dayAfter(card.dueOn, random.below(4) === 0 ? random.below(200) : 0);
			yield { card, on };
			card = answer(card, random.below(3) > 0, on);
			if (random.below(5) === 0) {
				const later = dayAfter(on, random.below(3));
				card = { ...card, missedOn: later, dueOn: dayAfter(later) };
			}
		}
	}
}

describe('a question that was missed', () => {
	it('comes back the next day, and stays due from then on', () => {
		const card = missed(start);
		expect(isDue(card, start)).toBe(false);
		expect([isDue(card, '2026-11-24'), isDue(card, '2027-11-24')]).toEqual([true, true]);
	});

	it('comes back at growing distances while it is answered rightly, and then no more', () => {
		let card = missed(start);
		const waits: number[] = [];
		for (let on = card.dueOn; on !== null; on = card.dueOn) {
			card = answer(card, true, on);
			waits.push(wait(card));
		}
		expect(waits).toEqual([3, 8, 22, 54, Infinity]);
		expect(isDue(card, '2100-01-01')).toBe(false);
	});

	it('comes back soon again once it was forgotten', () => {
		let card = missed(start);
		for (let turn = 0; turn < 3; turn++) card = answer(card, true, card.dueOn ?? start);
		expect(wait(card)).toBe(22);
		const forgotten = answer(card, false, card.dueOn ?? start);
		expect(wait(forgotten)).toBeLessThan(5);
		expect(forgotten.lapses).toBe(card.lapses + 1);
	});

	it('crosses months and years by the calendar', () => {
		expect([dayAfter('2026-12-31'), dayAfter('2028-02-28'), dayAfter('2026-02-28', 2)]).toEqual([
			'2027-01-01',
			'2028-02-29',
			'2026-03-02'
		]);
	});
});

describe('whatever was answered before', () => {
	it('a question is never due again on the day on which it was answered', () => {
		for (const { card, on } of lives())
			for (const right of [true, false]) {
				const after = answer(card, right, on);
				expect(after.answeredOn).toBe(on);
				expect(isDue(after, on)).toBe(false);
				expect(after.dueOn === null || after.dueOn > on).toBe(true);
			}
	});

	it('right comes back later than wrong, and only what was right is done with', () => {
		for (const { card, on } of lives()) {
			const [right, wrong] = [answer(card, true, on), answer(card, false, on)];
			expect(wrong.dueOn).not.toBeNull();
			expect(wait(right)).toBeGreaterThan(wait(wrong));
		}
	});

	it('right after right waits no shorter, and the memory grows', () => {
		for (const { card, on } of lives()) {
			const once = answer(card, true, on);
			if (once.dueOn === null) continue;
			const twice = answer(once, true, once.dueOn);
			expect(wait(twice)).toBeGreaterThanOrEqual(wait(once));
			expect(twice.stability).toBeGreaterThan(once.stability ?? Infinity);
		}
	});

	it('of two answers the last one weighs more: right at the end comes back later than wrong at the end', () => {
		for (const { card, on } of lives()) {
			const end = (first: boolean, last: boolean) => {
				const between = answer(card, first, on);
				return answer(between, last, dayAfter(on, 7));
			};
			expect(wait(end(false, true))).toBeGreaterThan(wait(end(true, false)));
		}
	});

	it('a miss elsewhere makes it come back sooner than no miss', () => {
		for (const { card, on } of lives()) {
			if (card.missedOn !== null || card.answeredOn === null) continue;
			const missedSince = {
				...card,
				missedOn: dayAfter(on, -1) < card.answeredOn ? card.answeredOn : dayAfter(on, -1)
			};
			expect(wait(answer(missedSince, true, on))).toBeLessThanOrEqual(wait(answer(card, true, on)));
		}
	});

	it('what is kept stays within its bounds, in whole numbers', () => {
		for (const { card, on } of lives())
			for (const right of [true, false]) {
				const { stability, difficulty, reps, lapses } = answer(card, right, on);
				for (const value of [stability, difficulty, reps, lapses]) expect(Number.isSafeInteger(value)).toBe(true);
				expect(stability).toBeGreaterThan(0);
				expect(stability).toBeLessThanOrEqual(36_500_000);
				expect(difficulty).toBeGreaterThanOrEqual(1_000);
				expect(difficulty).toBeLessThanOrEqual(10_000);
			}
	});

	it('a clock that was set back harms nothing', () => {
		for (const { card, on } of lives()) {
			const after = answer(answer(card, true, on), true, dayAfter(on, -30));
			expect(after.answeredOn).toBe(on);
			expect(after.dueOn === null || after.dueOn > on).toBe(true);
			expect(Number.isSafeInteger(after.stability)).toBe(true);
		}
	});
});
