import { estimateFrom, posteriorOf, type Estimate, type ScoredAnswer } from '../scale/estimate.ts';
import { gridOf } from '../scale/grid.ts';
import type { Answer, Attempt } from '../queries.ts';
import type { DrawnQuestion } from '../tables.ts';

/** The scale as people read it: 50 is the middle of those who come for the first time, 0 and 100 its ends. */
const [middle, perUnit] = [50, 50 / 3];

/** A place on the scale from 0 to 100, with its error: two times in three the truth is no farther away. */
export interface Measure {
	readonly points: number;
	readonly error: number;
}

const grid = gridOf({ mean: 0, sd: 1 });

/** The questions that count: all that were asked, in a placement those that were answered. */
export function countingOf(
	{ purpose, questions }: Pick<Attempt, 'purpose' | 'questions'>,
	answers: readonly Pick<Answer, 'questionId'>[]
): DrawnQuestion[] {
	const answered = new Set(answers.map(({ questionId }) => questionId));
	return questions.filter(({ questionId }) => purpose !== 'placement' || answered.has(questionId));
}

/**
 * Where the answers put her on the scale (EAP), by the places that the questions had when they were drawn. What was asked
 * and left out counts as not known, but in a placement, which may be left at any question. Null where nothing with a
 * place is left.
 */
export function estimateOf(
	{ purpose, questions }: Pick<Attempt, 'purpose' | 'questions'>,
	answers: readonly Pick<Answer, 'questionId' | 'correct'>[]
): Estimate | null {
	const right = new Set(answers.filter(({ correct }) => correct).map(({ questionId }) => questionId));
	const scored: ScoredAnswer[] = countingOf({ purpose, questions }, answers).flatMap(({ questionId, item }) =>
		item ? [{ item: { id: questionId, skill: '', a: item.a, b: item.b, c: item.c }, right: right.has(questionId) }] : []
	);
	return scored.length === 0 ? null : estimateFrom(grid, posteriorOf(grid, scored));
}

export function measureOf({ ability, error }: Pick<Estimate, 'ability' | 'error'>): Measure {
	return {
		points: Math.round(Math.min(100, Math.max(0, middle + ability * perUnit))),
		error: Math.max(1, Math.round(error * perUnit))
	};
}

/**
 * How hard a question is, on the scale as people read it: who stands there knows the answer one time in two. Questions may
 * lie beyond the ends, where nobody is shown.
 */
export function difficultyMeasure({ b, bError }: { readonly b: number; readonly bError: number }): Measure {
	return { points: Math.round(middle + b * perUnit), error: Math.max(1, Math.round(bError * perUnit)) };
}

type Measured = Pick<Attempt, 'ability' | 'abilityError'>;

/** What is kept of an attempt, as a measure; null where it was not measured. */
export function keptMeasure({ ability, abilityError }: Measured): Measure | null {
	if (ability === null || abilityError === null) return null;
	return measureOf({ ability: ability / 1000, error: abilityError / 1000 });
}

/** By how much somebody moved between two attempts, with the error of the difference. */
export function gainBetween(before: Measured, after: Measured): Measure | null {
	if (before.ability === null || after.ability === null) return null;
	const error = Math.hypot(before.abilityError ?? 0, after.abilityError ?? 0);
	return {
		points: Math.round(((after.ability - before.ability) / 1000) * perUnit),
		error: Math.max(1, Math.round((error / 1000) * perUnit))
	};
}
