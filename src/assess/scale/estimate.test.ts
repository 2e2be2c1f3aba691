import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../random.ts';
import { chanceOver, estimateFrom, posteriorOf, type ScoredAnswer } from './estimate.ts';
import { gridOf } from './grid.ts';
import { evenly, meanOf, normally } from './simulator/numbers.ts';

const grid = gridOf({ mean: 0.3, sd: 1.2 });

function answersFrom(seed: string, count: number): ScoredAnswer[] {
	const random = seeded(seed);
	return Array.from({ length: count }, (_, i) => ({
		item: { id: `q${i}`, skill: 's', a: 3 * evenly(random), b: 3 * normally(random), c: 0.25 * random.below(2) },
		right: random.below(2) === 1
	}));
}

const many = Array.from({ length: 50 }, (_, i) => `answers ${i}`);

describe('an estimate', () => {
	it('is what the group is where nothing was answered', () => {
		const { ability, error } = estimateFrom(grid, grid.prior);
		expect(ability).toBeCloseTo(0.3, 6);
		expect(error).toBeCloseTo(1.2, 2);
	});

	it('does not depend on the order of answers', () => {
		for (const seed of many) {
			const answers = answersFrom(seed, 40);
			const one = estimateFrom(grid, posteriorOf(grid, answers));
			const other = estimateFrom(grid, posteriorOf(grid, shuffled(answers, seeded(`again ${seed}`))));
			expect(other.ability).toBeCloseTo(one.ability, 9);
			expect(other.error).toBeCloseTo(one.error, 9);
		}
	});

	it('never leaves the grid, whatever was answered, and its interval holds it', () => {
		for (const seed of many)
			for (const right of [true, false]) {
				const answers = answersFrom(seed, 300).map((each) => ({ ...each, right }));
				const { ability, low, high } = estimateFrom(grid, posteriorOf(grid, answers));
				expect(ability).toBeGreaterThanOrEqual(grid.points[0] ?? NaN);
				expect(ability).toBeLessThanOrEqual(grid.points.at(-1) ?? NaN);
				expect(low).toBeLessThanOrEqual(ability);
				expect(high).toBeGreaterThanOrEqual(ability);
			}
	});

	it('rises with every right answer and falls with every wrong one', () => {
		for (const seed of many) {
			const answers = answersFrom(seed, 20);
			const before = estimateFrom(grid, posteriorOf(grid, answers)).ability;
			const item = { id: 'more', skill: 's', a: 1.5, b: 0, c: 0.25 };
			const after = (right: boolean) => estimateFrom(grid, posteriorOf(grid, [...answers, { item, right }])).ability;
			expect(after(true)).toBeGreaterThan(before);
			expect(after(false)).toBeLessThan(before);
		}
	});

	it('gives the chance of being over a cut, which falls as the cut rises', () => {
		for (const seed of many) {
			const weights = posteriorOf(grid, answersFrom(seed, 10));
			const chances = [-9, -2, -0.5, 0, 0.31, 1, 9].map((cut) => chanceOver(grid, weights, cut));
			expect(chances[0]).toBeCloseTo(1, 9);
			expect(chances.at(-1)).toBe(0);
			expect([...chances].sort((a, b) => b - a)).toEqual(chances);
		}
		expect(chanceOver(grid, grid.prior, 0.3)).toBeCloseTo(0.5, 6);
	});

	it('is right on average, with an honest error, where the learners are as the group', () => {
		const random = seeded('honest');
		const outcomes = Array.from({ length: 2000 }, () => {
			const ability = 0.3 + 1.2 * normally(random);
			const answers = Array.from({ length: 15 }, (_, i) => {
				const item = { id: `q${i}`, skill: 's', a: 1.7, b: (i - 7) / 3, c: 0.25 };
				const chance = 0.25 + 0.75 / (1 + Math.exp(-1.7 * (ability - item.b)));
				return { item, right: evenly(random) < chance };
			});
			return { ability, estimate: estimateFrom(grid, posteriorOf(grid, answers)) };
		});
		const away = outcomes.map(({ ability, estimate }) => estimate.ability - ability);
		expect(Math.abs(meanOf(away))).toBeLessThan(0.04);
		const inside = meanOf(
			outcomes.map(({ estimate }, i) => (Math.abs(away[i] ?? NaN) <= 1.96 * estimate.error ? 1 : 0))
		);
		expect(inside).toBeGreaterThan(0.92);
		expect(inside).toBeLessThan(0.98);
	});
});
