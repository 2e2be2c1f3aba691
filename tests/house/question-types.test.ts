import { describe, expect, it } from 'vitest';
import type { AskedQuestion, Question, Response } from '../../src/catalog/index.ts';
import { fitsFields, questionType, type Field } from '../../src/catalog/question-type.ts';
import { questionTypes } from '../../src/question-types/index.ts';
import { compiled, examples } from '../support/kinds.ts';
import { fillIn } from '../support/fill-in.ts';
import { seeded, type Random } from '../../src/assess/random.ts';

const rounds = 300;
const written = examples();
const asked = new Map(
	[...compiled([...written.values()].join('\n')).values()].map((each) => [each.type ?? 'one', each])
);
const random = seeded('every kind of question');

/** Some values that fit a field, right or wrong, or none. */
function someValues({ control, options }: Field, from: Random): string[] {
	if (from.below(4) === 0) return [];
	if (control === 'many') return options.map(({ id }) => id).filter(() => from.below(2) === 0);
	if (control === 'one' || control === 'pick')
		return options.length ? [options[from.below(options.length)]?.id ?? ''] : [];
	const typed = [
		'',
		' ',
		'0',
		'-1,5',
		'250.000',
		'mã OTP',
		'\u0300\u0301',
		'𝒳'.repeat(90),
		'9'.repeat(200),
		'.,.,',
		"'; --"
	];
	return [typed[from.below(typed.length)] ?? ''];
}

const someResponse = (fields: readonly Field[], from: Random): Response =>
	Object.fromEntries(fields.map((field) => [field.name, someValues(field, from)]));

/** What was drawn for it: an order of what is shuffled in it. */
const someOrder = (question: Question) =>
	questionType(question.type)
		.shuffled(question)
		.map((id) => [random.below(1000), id] as const)
		.sort(([a], [b]) => a - b)
		.map(([, id]) => id);

it('the handbook gives an example of every kind, and only of those', () =>
	expect([...written.keys()].sort()).toEqual(questionTypes.map(({ name }) => name).sort()));

describe.each(questionTypes.map((type) => [type.name, type] as const))('%s', (name, type) => {
	const question = asked.get(name);
	if (!question) throw new Error(`no example of ${name}`);
	const fields = type.fields(question, [], 'vi');

	it('is worth nothing when nothing is filled in', () => {
		const empty = Object.fromEntries(fields.map((field) => [field.name, []]));
		for (const response of [{}, empty, { other: ['a'] }]) {
			const { points, right } = type.grade(question, response);
			expect([points, Object.values(right).some(Boolean)]).toEqual([0, false]);
			expect(type.review(question, { order: [], lang: 'vi', response })).toHaveLength(fields.length);
		}
	});

	it('is worth everything with its solution, which fits', () => {
		const solution = type.solution(question);
		expect(fitsFields(fields, solution)).toBe(true);
		expect(type.grade(question, solution).points).toBe(1);
		const reviewed = type.review(question, { order: [], lang: 'vi', response: solution });
		expect(reviewed.every(({ options }) => options.every(({ chosen, correct }) => chosen === correct))).toBe(true);
	});

	it('is worth 0 to 1 whatever is filled in, in whatever order, and shows it after the end', () => {
		for (let round = 0; round < rounds; round++) {
			const response = someResponse(fields, random);
			expect(fitsFields(fields, response)).toBe(true);
			const verdict = type.grade(question, response);
			expect(verdict.points).toBeGreaterThanOrEqual(0);
			expect(verdict.points).toBeLessThanOrEqual(1);
			const turned = Object.fromEntries(
				Object.entries(response)
					.reverse()
					.map(([field, values]) => [field, [...values].reverse()])
			);
			expect(type.grade(question, turned)).toEqual(verdict);
			const order = someOrder(question);
			expect(
				type
					.review(question, { order, lang: 'en', response })
					.map((field) => field.name)
					.sort()
			).toEqual(fields.map((field) => field.name).sort());
		}
	});

	it('asks without anything of its key, in whatever order it was drawn', () => {
		const keyless = withAnotherKey(question);
		for (let round = 0; round < 10; round++) {
			const order = someOrder(question);
			const [own, other] = [question, keyless].map((each) => JSON.stringify(type.fields(each, order, 'vi')));
			expect(other).toBe(own);
			for (const word of ['correct', 'explanation', 'solution', 'right', 'answers'])
				expect(own).not.toContain(`"${word}"`);
			for (const secret of secretsOf(question)) expect(own).not.toContain(secret);
		}
	});

	it('can be filled in by somebody who knows nothing', () => {
		for (let seed = 0; seed < 20; seed++) {
			const response = fillIn(fields, seed);
			expect(fitsFields(fields, response)).toBe(true);
			expect(Object.values(response).flat().length).toBeGreaterThan(0);
		}
	});
});

/** Everything that explains, and what is accepted where something is written. */
function secretsOf(question: Question): string[] {
	const type = questionType(question.type);
	const reviewed = type.review(question, { order: [], lang: 'vi', response: {} });
	const why = reviewed.flatMap(({ explanation, options }) => [
		explanation,
		...options.map((option) => option.explanation)
	]);
	const typed = reviewed.filter(({ control }) => control === 'text' || control === 'number').map(({ name }) => name);
	const solution = type.solution(question);
	return [...why, ...typed.flatMap((name) => solution[name] ?? [])].filter((text) => text !== '');
}

/** The same question where other options are right, for other reasons. */
function withAnotherKey(question: Question): AskedQuestion {
	const options = question.options.map((option) => ({ ...option, correct: !option.correct, explanation: 'x' }));
	return { ...question, options };
}
