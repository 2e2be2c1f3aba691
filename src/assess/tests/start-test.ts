import { noSuchTest, type Catalog, type Test } from '../../catalog/index.ts';
import { take } from '../../platform/allowance.ts';
import { newId, randomToken } from '../../platform/ids.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { AssessHouse, TakingActor } from '../assess-house.ts';
import { newAttempt } from '../new-attempt.ts';
import { findAttemptsAtCourse, findOpenAttempt, insertAttempt, type Attempt } from '../queries.ts';
import type { AttemptView } from '../schemas.ts';
import { attemptsWithoutAccount } from '../start-attempt.ts';
import { attemptView } from '../view-attempt.ts';
import { bankOf, type TestBank } from './bank.ts';
import { closingAt, isTimeOver } from './clock.ts';
import { drawAfter } from './draw-after.ts';
import { emptyBank, tooSoon } from './refusals.ts';
import { retakeFrom } from './retake.ts';
import { settle } from './settle.ts';

/** What attempts at a test are kept under, beside those at courses. */
const subjectOf = (testId: string) => `test:${testId}`;

/** The blueprint; refuses with `catalog.no-such-test`, before anything is written. */
export function getTest(catalog: Catalog, id: string): Test {
	const test = catalog.test(id);
	if (!test) throw noSuchTest();
	return test;
}

/** Somebody's wishes for a test. */
export interface TestWishes {
	/** Half as much time again, for who needs it; nobody has to say why. */
	readonly moreTime: boolean;
}

/**
 * Begins a test, or goes on with the one that is open. Refuses with `assess.too-soon` (`from` says when) and
 * `assess.empty-bank`.
 */
export async function startTest(
	house: AssessHouse,
	actor: TakingActor,
	{ test, moreTime }: TestWishes & { test: Test }
): Promise<{ attempt: AttemptView; resumed: boolean }> {
	const bank = bankOf(house, test);
	if (bank.questions.length === 0) throw emptyBank();
	const whose = { learnerId: actor.learnerId, courseId: subjectOf(test.id) };
	const open = await findOpenAttempt(house.store.read, whose);
	if (!open && actor.accountId === null) await take(house, [[attemptsWithoutAccount, actor.learnerId]]);
	if (open && isTimeOver(open, house.clock.now())) await settle(house, open.id);
	const begin = () => openOrNew(house, actor, { bank, moreTime });
	const { attempt, resumed } = await begin().catch((error: unknown) => {
		if (isUniqueViolation(error)) return begin(); // the loser of a race finds the winner's
		throw error;
	});
	return { attempt: await attemptView(house, attempt, actor.lang), resumed };
}

async function openOrNew(
	house: AssessHouse,
	actor: TakingActor,
	{ bank, moreTime }: TestWishes & { bank: TestBank }
): Promise<{ attempt: Attempt; resumed: boolean }> {
	const { store, clock } = house;
	const { test } = bank;
	const whose = { learnerId: actor.learnerId, courseId: subjectOf(test.id) };
	const [id, seed] = [newId(), randomToken(12)];
	return store.transact(async (tx) => {
		const open = await findOpenAttempt(tx, whose);
		if (open) return { attempt: open, resumed: true };
		const now = clock.now();
		const from = retakeFrom(test.retake, await findAttemptsAtCourse(tx, whose), now);
		if (from) throw tooSoon({ extra: { from: from.toISOString() } });
		const attempt = newAttempt(actor, {
			...{ id, seed, questions: [], startedAt: now, purpose: test.kind, testId: test.id },
			...{ courseId: whose.courseId, courseHash: test.hash, courseVersion: test.version },
			passPercent: test.levels[0]?.percent ?? 0,
			closesAt: closingAt(test.minutes, now, moreTime)
		});
		const questions = await drawAfter(tx, house, { attempt, answers: [] });
		const begun = { ...attempt, questions, total: questions.length };
		await insertAttempt(tx, begun);
		return { attempt: begun, resumed: false };
	});
}
