import { describe, expect, it } from 'vitest';
import { countsOf } from './blueprint.ts';
import { drawForm } from './fixed-form.ts';

const levels = ['easy', 'medium', 'hard'] as const;
const shares = new Map([
	['a', 50],
	['b', 30],
	['c', 20]
]);
const bank = Array.from({ length: 90 }, (_, i) => ({
	id: `q${i}`,
	skill: [...shares.keys()][i % 3] ?? 'a',
	level: levels[Math.floor(i / 3) % 3] ?? 'easy'
}));

describe('a form', () => {
	it('follows the shares, rounding to the largest remainders', () => {
		expect([...countsOf(shares, 32).values()]).toEqual([16, 10, 6]);
		expect([...countsOf(shares, 33).values()].reduce((sum, each) => sum + each, 0)).toBe(33);
		expect([...countsOf(new Map([['only', 7]]), 5)]).toEqual([['only', 5]]);
	});

	it('asks nothing twice, each skill its share, each level alike', () => {
		for (let i = 0; i < 40; i++) {
			const form = drawForm({ bank, shares, questions: 32, seed: `form ${i}` });
			expect(new Set(form.map(({ id }) => id)).size).toBe(32);
			for (const [skill, count] of countsOf(shares, 32))
				expect(form.filter((each) => each.skill === skill)).toHaveLength(count);
			for (const level of levels) {
				const count = form.filter((each) => each.level === level).length;
				expect(count).toBeGreaterThanOrEqual(10);
				expect(count).toBeLessThanOrEqual(11);
			}
		}
	});

	it('is the same for the same seed, whatever the order of the bank', () => {
		const form = drawForm({ bank, shares, questions: 20, seed: 'same' });
		expect(drawForm({ bank: [...bank].reverse(), shares, questions: 20, seed: 'same' })).toEqual(form);
		expect(drawForm({ bank, shares, questions: 20, seed: 'other' })).not.toEqual(form);
	});

	it('takes what there is where a skill has too few', () => {
		const few = bank.filter(({ skill, id }) => skill !== 'c' || id === 'q2');
		const form = drawForm({ bank: few, shares, questions: 30, seed: 'few' });
		expect(form.filter(({ skill }) => skill === 'c')).toHaveLength(1);
	});
});
