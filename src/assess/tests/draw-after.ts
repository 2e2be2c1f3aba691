import { questionType, type Catalog } from '../../catalog/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { findAttemptsAtCourse, type Answer, type Attempt } from '../queries.ts';
import { seeded, shuffled } from '../random.ts';
import type { DrawnQuestion } from '../tables.ts';
import { bankOf, drawnFrom, type BankQuestion } from './bank.ts';
import { upcoming } from './growing.ts';

/**
 * The questions that follow on these answers; none where nothing comes yet or any more, nor where the test has left the
 * catalogue meanwhile: then it ends with what was drawn.
 */
export async function drawAfter(
	reader: Reader,
	catalog: Catalog,
	{ attempt, answers }: { attempt: Attempt; answers: readonly Pick<Answer, 'questionId' | 'correct'>[] }
): Promise<DrawnQuestion[]> {
	const { testId, seed, questions, learnerId, courseId } = attempt;
	const test = testId === null ? null : catalog.test(testId);
	if (!test || (test.way === 'form' && questions.length > 0)) return [];
	const verdicts = new Map(answers.map(({ questionId, correct }) => [questionId, correct]));
	if (questions.some(({ questionId }) => !verdicts.has(questionId))) return [];
	const earlier = (await findAttemptsAtCourse(reader, { learnerId, courseId })).filter(({ id }) => id !== attempt.id);
	const lastSeen = new Map(
		earlier.reverse().flatMap((each, at) => each.questions.map(({ questionId }) => [questionId, at + 1] as const))
	);
	const next = upcoming(bankOf(catalog, test), { seed, questions, verdicts, lastSeen });
	return next.map((question) => drawnFrom(question, orderOf(catalog, question, seed)));
}

function orderOf(catalog: Catalog, { id, hash }: BankQuestion, seed: string): string[] {
	const question = catalog.questionByHash(hash, 'vi');
	return question ? shuffled(questionType(question.type).shuffled(question), seeded(`${seed} ${id}`)) : [];
}
