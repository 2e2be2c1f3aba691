import { describe, expect, it } from 'vitest';
import { countsOf } from '../scale/blueprint.ts';
import { seeded } from '../random.ts';
import { drawTest, type TestCandidate } from './draw-test.ts';

const levels = ['easy', 'medium', 'hard'] as const;

/** A bank of some size and mix, another one for each number. */
function bankOf(number: number): TestCandidate[] {
	const random = seeded(`bank ${number}`);
	return Array.from({ length: 1 + random.below(120) }, (_, i) => ({
		id: `q-${String(i).padStart(3, '0')}`,
		lessonId: `bai-${random.below(7)}`,
		level: levels[random.below(3)] ?? 'easy',
		share: random.below(4)
	}));
}

const counts = new Map([
	[0, 6],
	[1, 5],
	[2, 3],
	[3, 1]
]);
const none = new Map<string, number>();
const numbers = Array.from({ length: 200 }, (_, i) => i);
const ids = (form: readonly TestCandidate[]) => form.map(({ id }) => id);

describe('drawing a test', () => {
	it('follows the blueprint exactly, as far as the bank goes, and asks nothing twice', () => {
		for (const number of numbers) {
			const bank = bankOf(number);
			const form = drawTest({ bank, counts, lastSeen: none, seed: `${number}` });
			for (const [share, count] of counts) {
				const own = bank.filter((each) => each.share === share).length;
				expect(form.filter((each) => each.share === share)).toHaveLength(Math.min(count, own));
			}
			expect(new Set(ids(form)).size).toBe(form.length);
		}
	});

	it('is the same for the same seed in whatever order the bank comes, and another for another seed', () => {
		let differing = 0;
		for (const number of numbers) {
			const bank = bankOf(number);
			const draw = (from: TestCandidate[], seed: string) => ids(drawTest({ bank: from, counts, lastSeen: none, seed }));
			expect(draw([...bank].reverse(), 'a')).toEqual(draw(bank, 'a'));
			if (draw(bank, 'a').join() !== draw(bank, 'b').join()) differing++;
		}
		expect(differing).toBeGreaterThan(150);
	});

	it('takes what was never seen before what was, and what was seen longest ago before what was seen lately', () => {
		for (const number of numbers) {
			const bank = bankOf(number);
			const random = seeded(`seen ${number}`);
			const lastSeen = new Map(
				bank.filter(() => random.below(2) === 0).map(({ id }) => [id, 1 + random.below(5)] as const)
			);
			const form = new Set(ids(drawTest({ bank, counts, lastSeen, seed: 'x' })));
			for (const [share] of counts) {
				const seen = (drawn: boolean) =>
					bank
						.filter((each) => each.share === share && form.has(each.id) === drawn)
						.map(({ id }) => lastSeen.get(id) ?? 0);
				expect(Math.max(0, ...seen(true))).toBeLessThanOrEqual(Math.min(Infinity, ...seen(false)));
			}
		}
	});

	it('mixes the levels where the bank has them all', () => {
		const bank = Array.from({ length: 60 }, (_, i) => ({
			id: `q-${String(i).padStart(2, '0')}`,
			lessonId: null,
			level: levels[i % 3] ?? 'easy',
			share: 0
		}));
		const form = drawTest({ bank, counts: new Map([[0, 15]]), lastSeen: none, seed: 'm' });
		for (const level of levels) expect(form.filter((each) => each.level === level)).toHaveLength(5);
	});

	it('divides questions among shares without losing one', () => {
		for (let questions = 1; questions <= 60; questions++) {
			const shares = new Map([...counts].map(([share, percent]) => [String(share), percent]));
			const divided = countsOf(shares, questions);
			expect([...divided.values()].reduce((sum, count) => sum + count, 0)).toBe(questions);
			for (const [share, count] of divided)
				expect(Math.abs(count - ((shares.get(share) ?? 0) / 15) * questions)).toBeLessThan(1);
		}
	});
});
