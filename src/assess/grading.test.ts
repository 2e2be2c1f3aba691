import { describe, expect, it } from 'vitest';
import type { Question } from '../catalog/index.ts';
import { grade, isFilledIn, pointsOf, responseOf, scoreOf } from './grading.ts';

const option = (id: string, correct: boolean) => ({ id, correct, text: '', explanation: '' });
const question = (type: string, ...options: ReturnType<typeof option>[]): Question => ({
	...{ id: 'q', hash: 'h', lang: 'vi', translated: true, purpose: 'quiz', reserve: false, public: true },
	...{ courseId: 'k', lessonId: null, skill: '1.1', level: 'easy', stem: '', type, options }
});
const verdicts = (right: number, wrong: number) => [
	...Array.from({ length: right }, () => 1000),
	...Array.from({ length: wrong }, () => 0)
];

describe('grading', () => {
	const one = question('one', option('a', false), option('b', true));
	it.each([
		['a', { points: 0, correct: false }],
		['b', { points: 1000, correct: true }],
		['c', null]
	])('option %s is %o', (id, verdict) => expect(grade(one, { option: [id] })).toEqual(verdict));

	it.each<[string, Record<string, string[]>]>([
		['two options where one is asked', { option: ['a', 'b'] }],
		['a field that is not there', { other: ['a'] }],
		['one field too many', { option: ['a'], other: ['b'] }]
	])('does not take %s', (_, response) => expect(grade(one, response)).toBeNull());

	const several = question('several', ...['a', 'b', 'c'].map((id) => option(id, true)), option('d', false));
	it.each([
		[['a', 'b', 'c'], 1000],
		[['a', 'b'], 667],
		[['a', 'b', 'c', 'd'], 667],
		[['a', 'd'], 0],
		[['d'], 0]
	])('of several options %o are worth %i thousandths', (chosen, points) =>
		expect(grade(several, { options: chosen })).toEqual({ points, correct: points === 1000 })
	);

	it('takes an option that is chosen twice for a response that doesn’t fit', () =>
		expect(grade(several, { options: ['a', 'a'] })).toBeNull());

	it('knows what was filled in from what was only sent', () => {
		expect(isFilledIn({ option: ['a'] })).toBe(true);
		expect([isFilledIn({}), isFilledIn({ text: [] }), isFilledIn({ text: [' '] })]).toEqual([false, false, false]);
	});

	it('reads what was kept before there were parts and other kinds', () => {
		expect(responseOf({ optionId: 'b', response: null })).toEqual({ option: ['b'] });
		expect([true, false].map((correct) => pointsOf({ correct, points: null }))).toEqual([1000, 0]);
	});
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

	it('adds parts up before the rest is dropped', () => {
		expect(scoreOf([333, 333, 333], 3, 30)).toMatchObject({ score: 1, passed: true });
		expect(scoreOf([667, 667, 667, 1000, 1000, 1000, 1000], 7, 80)).toMatchObject({ score: 6, passed: true });
		expect(scoreOf([500, 0], 2, 50)).toMatchObject({ score: 0, passed: false });
	});
});
