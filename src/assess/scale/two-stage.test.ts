import { describe, expect, it } from 'vitest';
import { seeded } from '../random.ts';
import { countsOf } from './blueprint.ts';
import { estimateFrom, posteriorOf } from './estimate.ts';
import { gridOf } from './grid.ts';
import type { ScaleItem } from './item.ts';
import { evenly, normally } from './simulator/numbers.ts';
import { chancesOfScores, estimatesByScore } from './sum-scores.ts';
import { buildTwoStage, secondFormFor, type TwoStagePlan } from './two-stage.ts';

const random = seeded('two stages');
const shares = new Map([
	['a', 60],
	['b', 40]
]);
const items: ScaleItem[] = Array.from({ length: 100 }, (_, i) => ({
	id: `q${i}`,
	skill: i % 2 === 0 ? 'a' : 'b',
	a: 1 + evenly(random),
	b: 1.3 * normally(random),
	c: 0.25
}));
const prior = { mean: 0, sd: 1 };
const plan: TwoStagePlan = { items, shares, prior, routing: 10, second: 12, forms: 3, seed: 'one' };

describe('a placement in two stages', () => {
	const placement = buildTwoStage(plan);

	it('has a second form for every number right, harder ones for more', () => {
		const means = Array.from({ length: 11 }, (_, right) => {
			const form = secondFormFor(placement, right);
			expect(form).toBeDefined();
			return (form?.items ?? []).reduce((sum, { b }) => sum + b, 0) / 12;
		});
		expect([...means].sort((a, b) => a - b)).toEqual(means);
		expect(new Set(means).size).toBe(3);
	});

	it('follows the blueprint in every form and asks nobody a question twice', () => {
		const everywhere = [placement.routing, ...placement.second.map((form) => form.items)].flat();
		expect(new Set(everywhere).size).toBe(10 + 3 * 12);
		for (const [skill, count] of countsOf(shares, 12))
			for (const form of placement.second)
				expect(form.items.filter((item) => item.skill === skill)).toHaveLength(count);
	});

	it('asks nobody a question twice where the bank is small either', () => {
		const small = buildTwoStage({ ...plan, items: items.slice(0, 26) });
		for (const { items: second } of small.second) {
			const both = [...small.routing, ...second];
			expect(new Set(both).size).toBe(both.length);
		}
	});

	it('is the same for the same seed, in whatever order the bank lies', () => {
		expect(buildTwoStage({ ...plan, items: [...items].reverse() })).toEqual(placement);
	});

	it('says more ability for more right answers, with an error', () => {
		for (const { standings } of placement.second)
			for (const row of standings) {
				const abilities = row.map(({ ability }) => ability);
				expect([...abilities].sort((a, b) => a - b)).toEqual(abilities);
				expect(row.every(({ error }) => error > 0.1 && error < 1)).toBe(true);
			}
	});
});

describe('numbers right', () => {
	const grid = gridOf(prior);

	it('are one or another at every ability', () => {
		const chances = chancesOfScores(items.slice(0, 20), grid);
		expect(chances).toHaveLength(21);
		grid.points.forEach((_, i) => {
			expect(chances.reduce((sum, each) => sum + (each[i] ?? 0), 0)).toBeCloseTo(1, 9);
		});
	});

	it('say the same as the answers themselves where the questions are alike', () => {
		const alike = Array.from({ length: 6 }, (_, i) => ({ id: `${i}`, skill: 's', a: 1.2, b: 0.2, c: 0.2 }));
		estimatesByScore(alike, grid).forEach((estimate, right) => {
			const answers = alike.map((item, i) => ({ item, right: i < right }));
			expect(estimate.ability).toBeCloseTo(estimateFrom(grid, posteriorOf(grid, answers)).ability, 9);
		});
	});
});
