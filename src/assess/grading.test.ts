import { describe, expect, it } from 'vitest';
import { grade, scoreOf } from './grading.ts';

const option = (id: string, correct: boolean) => ({ id, correct, text: '', explanation: '' });
const verdicts = (right: number, wrong: number) => [
	...Array.from({ length: right }, () => true),
	...Array.from({ length: wrong }, () => false)
];

describe('grading', () => {
	const question = { options: [option('a', false), option('b', true)] };
	it.each([
		['a', false],
		['b', true],
		['c', null]
	])('option %s is %s', (id, verdict) => expect(grade(question, id)).toBe(verdict));
});

describe('the score', () => {
	it.each([
		[8, 2, 10, 80, { percent: 80, needed: 8, passed: true }],
		[7, 3, 10, 80, { percent: 70, needed: 8, passed: false }],
		[5, 2, 7, 70, { percent: 71, needed: 5, passed: true }],
		[4, 3, 7, 70, { percent: 57, needed: 5, passed: false }],
		[79, 20, 99, 80, { percent: 79, needed: 80, passed: false }],
		[0, 0, 10, 1, { percent: 0, needed: 1, passed: false }],
		[10, 0, 10, 100, { percent: 100, needed: 10, passed: true }],
		[0, 0, 0, 80, { percent: 0, needed: 0, passed: false }]
	])('of %i right and %i wrong of %i at a pass mark of %i%%', (right, wrong, total, passPercent, expected) => {
		expect(scoreOf(verdicts(right, wrong), total, passPercent)).toEqual({
			score: right,
			total,
			passPercent,
			...expected
		});
	});

	it('does not depend on the order of the answers, and never rises with a wrong one', () => {
		for (let right = 0; right <= 10; right++) {
			const score = scoreOf(verdicts(right, 10 - right), 10, 80);
			expect(scoreOf(verdicts(right, 10 - right).reverse(), 10, 80)).toEqual(score);
			expect(score.passed).toBe(score.percent >= 80);
			expect(scoreOf(verdicts(right, 0), 10, 80)).toEqual(score);
		}
	});
});
