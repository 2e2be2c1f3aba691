import { noSuchTest, type Catalog, type Test } from '../../catalog/index.ts';
import { newId, randomToken } from '../../platform/ids.ts';
import type { AssessHouse, Drawing, TakingActor } from '../assess-house.ts';
import { findAttemptsAtCourse, findOpenAttempt, type Attempt } from '../queries.ts';
import type { AttemptView } from '../schemas.ts';
import { attemptView } from '../view-attempt.ts';
import { bankOf } from './bank.ts';
import { beginOnce, beginTest, subjectOf } from './begin-test.ts';
import { closingAt } from './clock.ts';
import { emptyBank, tooSoon } from './refusals.ts';
import { retakeFrom } from './retake.ts';

/** The blueprint; refuses with `catalog.no-such-test`, before anything is written. */
export function getTest(catalog: Catalog, id: string): Test {
	const test = catalog.test(id);
	if (!test) throw noSuchTest();
	return test;
}

/** The same, where there is something to ask; refuses with `assess.empty-bank` too. */
export function getAskable(house: Drawing, id: string): Test {
	const test = getTest(house.catalog, id);
	if (bankOf(house, test).questions.length === 0) throw emptyBank();
	return test;
}

/** Somebody's wishes for a test. */
export interface TestWishes {
	/** Half as much time again, for who needs it; nobody has to say why. */
	readonly moreTime: boolean;
}

/** Begins a test, or goes on with the one that is open. Refuses with `assess.too-soon` (`from` says when). */
export async function startTest(
	house: AssessHouse,
	actor: TakingActor,
	{ test, moreTime }: TestWishes & { test: Test }
): Promise<{ attempt: AttemptView; resumed: boolean }> {
	const begin = () => openOrNew(house, actor, { test, moreTime });
	const { attempt, resumed } = await beginOnce(house, { actor, test }, begin);
	return { attempt: await attemptView(house, attempt, actor.lang), resumed };
}

async function openOrNew(
	house: AssessHouse,
	actor: TakingActor,
	{ test, moreTime }: TestWishes & { test: Test }
): Promise<{ attempt: Attempt; resumed: boolean }> {
	const whose = { learnerId: actor.learnerId, courseId: subjectOf(test.id) };
	const [id, seed] = [newId(), randomToken(12)];
	return house.store.transact(async (tx) => {
		const open = await findOpenAttempt(tx, whose);
		if (open) return { attempt: open, resumed: true };
		const startedAt = house.clock.now();
		const from = retakeFrom(test.retake, await findAttemptsAtCourse(tx, whose), startedAt);
		if (from) throw tooSoon({ extra: { from: from.toISOString() } });
		const beginning = { id, seed, startedAt, closesAt: closingAt(test.minutes, startedAt, moreTime) };
		return { attempt: await beginTest(tx, house, { actor, test, beginning }), resumed: false };
	});
}
