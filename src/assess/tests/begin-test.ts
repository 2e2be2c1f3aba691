import type { Test } from '../../catalog/index.ts';
import { take } from '../../platform/allowance.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { AssessHouse, Drawing, TakingActor } from '../assess-house.ts';
import { newAttempt } from '../new-attempt.ts';
import { findOpenAttempt, insertAttempt, type Attempt } from '../queries.ts';
import { attemptsWithoutAccount } from '../start-attempt.ts';
import { isTimeOver } from './clock.ts';
import { drawAfter } from './draw-after.ts';
import { settle } from './settle.ts';

/** What attempts at a test are kept under, beside those at courses. */
export const subjectOf = (testId: string) => `test:${testId}`;

/** What is known of a new attempt beside whose and at which test. */
type Beginning = Pick<Attempt, 'id' | 'seed' | 'startedAt' | 'closesAt'> &
	Partial<Pick<Attempt, 'sittingId' | 'sitterName' | 'assurance'>>;

/** Begins a test in the transaction at hand, with its first questions. */
export async function beginTest(
	tx: Writer,
	house: Drawing,
	{ actor, test, beginning }: { actor: TakingActor; test: Test; beginning: Beginning }
): Promise<Attempt> {
	const { id, seed, startedAt, closesAt, ...supervised } = beginning;
	const attempt = newAttempt(actor, {
		...{ id, seed, questions: [], startedAt, closesAt, purpose: test.kind, testId: test.id },
		...{ courseId: subjectOf(test.id), courseHash: test.hash, courseVersion: test.version },
		passPercent: test.levels[0]?.percent ?? 0
	});
	const questions = await drawAfter(tx, house, { attempt, answers: [] });
	const begun = { ...attempt, ...supervised, questions, total: questions.length };
	await insertAttempt(tx, begun);
	return begun;
}

/**
 * Does what begins a test, once what is over has ended; of two at once the loser, who finds that there is an open attempt
 * already, does it again and finds the winner's.
 */
export async function beginOnce<T>(
	house: AssessHouse,
	{ actor, test }: { actor: TakingActor; test: Test },
	begin: () => Promise<T>
): Promise<T> {
	const open = await findOpenAttempt(house.store.read, { learnerId: actor.learnerId, courseId: subjectOf(test.id) });
	if (!open && actor.accountId === null) await take(house, [[attemptsWithoutAccount, actor.learnerId]]);
	if (open && isTimeOver(open, house.clock.now())) await settle(house, open.id);
	return begin().catch((error: unknown) => {
		if (isUniqueViolation(error)) return begin();
		throw error;
	});
}
