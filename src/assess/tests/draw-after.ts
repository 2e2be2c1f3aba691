import { questionType } from '../../catalog/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { Drawing } from '../assess-house.ts';
import { findAttemptsAtCourse, type Answer, type Attempt } from '../queries.ts';
import { seeded, shuffled } from '../random.ts';
import type { DrawnQuestion } from '../tables.ts';
import { bankOf, drawnFrom, type BankQuestion } from './bank.ts';
import { upcoming } from './growing.ts';

/**
 * The questions that follow on these answers; none where nothing comes yet or any more, nor where the test has left the
 * catalogue meanwhile: then it ends with what was drawn. What was drawn keeps its place on the scale; what follows takes the
 * one that is known now.
 */
export async function drawAfter(
	reader: Reader,
	drawing: Drawing,
	{ attempt, answers }: { attempt: Attempt; answers: readonly Pick<Answer, 'questionId' | 'correct'>[] }
): Promise<DrawnQuestion[]> {
	const { testId, seed, questions, learnerId, courseId } = attempt;
	const test = testId === null ? null : drawing.catalog.test(testId);
	if (!test || (test.way === 'form' && questions.length > 0)) return [];
	const verdicts = new Map(answers.map(({ questionId, correct }) => [questionId, correct]));
	if (questions.some(({ questionId }) => !verdicts.has(questionId))) return [];
	const earlier = (await findAttemptsAtCourse(reader, { learnerId, courseId })).filter(({ id }) => id !== attempt.id);
	const lastSeen = new Map(
		earlier.reverse().flatMap((each, at) => each.questions.map(({ questionId }) => [questionId, at + 1] as const))
	);
	const next = upcoming(bankOf(drawing, test), { seed, questions, verdicts, lastSeen });
	return next.map((question) => drawnFrom(question, orderOf(drawing, question, seed)));
}

/** The ids of what is shuffled of a question, in an order of its own for each seed. */
export function orderOf(
	{ catalog }: Pick<Drawing, 'catalog'>,
	{ id, hash }: Pick<BankQuestion, 'id' | 'hash'>,
	seed: string
): string[] {
	const question = catalog.questionByHash(hash, 'vi');
	return question ? shuffled(questionType(question.type).shuffled(question), seeded(`${seed} ${id}`)) : [];
}
