import type { Test } from '../../catalog/index.ts';
import { isPersonName } from '../../identity/index.ts';
import { newId, randomToken } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import type { AssessHouse, TakingActor } from '../assess-house.ts';
import { findAttemptsAtCourse, findOpenAttempt, type Attempt } from '../queries.ts';
import type { AttemptView } from '../schemas.ts';
import { beginOnce, beginTest, subjectOf } from '../tests/begin-test.ts';
import { closingAt } from '../tests/clock.ts';
import { tooSoon } from '../tests/refusals.ts';
import { retakeFrom } from '../tests/retake.ts';
import { close } from '../tests/settle.ts';
import { getAskable } from '../tests/start-test.ts';
import { attemptView } from '../view-attempt.ts';
import { findSat, findSittingByCode, type SittingRow } from './queries.ts';
import { begunElsewhere, codeOver, noSuchCode, ownSitting, wrongFields } from './refusals.ts';
import { isOpen } from './sitting-times.ts';

interface Joining {
	readonly test: Test;
	readonly code: string;
	/** What she wrote as her name; null where she has one here, or left it out. */
	readonly sitterName: string | null;
}

/**
 * Begins the test of a sitting for a learner who has its code. Joining again leads to the same attempt, also once it is
 * finished or nobody else can join; after one that was declared void it begins anew. Refuses with `sittings.code-over`,
 * `sittings.own-sitting`, and, unless the sitting allows retakes, `assess.too-soon` and `sittings.begun-elsewhere`.
 */
export async function joinSitting(
	house: AssessHouse,
	actor: TakingActor,
	{ sitting, name }: { sitting: SittingRow; name: string }
): Promise<{ attempt: AttemptView; resumed: boolean }> {
	if (actor.accountId === sitting.openedBy) throw ownSitting();
	const test = getAskable(house, sitting.testId);
	const joining = { test, code: sitting.code, sitterName: nameOf(actor, name) };
	const { attempt, resumed } = await beginOnce(house, { actor, test }, () => openOrNew(house, actor, joining));
	return { attempt: await attemptView(house, attempt, actor.lang), resumed };
}

/** Refuses who can't join any more, before a learner is made for a device. */
export function refuseClosed({ clock }: AssessHouse, sitting: SittingRow, known: boolean): void {
	if (!known && !isOpen(sitting, clock.now())) throw codeOver();
}

async function openOrNew(
	house: AssessHouse,
	actor: TakingActor,
	{ test, code, sitterName }: Joining
): Promise<{ attempt: Attempt; resumed: boolean }> {
	const { learnerId } = actor;
	const [id, seed] = [newId(), randomToken(12)];
	return house.store.transact(async (tx) => {
		const sitting = await findSittingByCode(tx, code);
		if (!sitting) throw noSuchCode();
		const mine = await findSat(tx, { sittingId: sitting.id, learnerId });
		if (mine) return { attempt: mine, resumed: true };
		const startedAt = house.clock.now();
		if (!isOpen(sitting, startedAt)) throw codeOver();
		await makeWay(tx, house, { test, learnerId, retakeAllowed: sitting.retakeAllowed });
		const beginning = {
			...{ id, seed, startedAt, closesAt: closingAt(test.minutes, startedAt, false) },
			...{ sittingId: sitting.id, sitterName, assurance: 'supervised' as const }
		};
		return { attempt: await beginTest(tx, house, { actor, test, beginning }), resumed: false };
	});
}

/** The retake rule holds in a sitting as anywhere; where it does not, one begun elsewhere ends with what was answered. */
async function makeWay(
	tx: Writer,
	house: AssessHouse,
	{ test, learnerId, retakeAllowed }: { test: Test; learnerId: string; retakeAllowed: boolean }
): Promise<void> {
	const whose = { learnerId, courseId: subjectOf(test.id) };
	const now = house.clock.now();
	const open = await findOpenAttempt(tx, whose);
	if (retakeAllowed) {
		if (open) await close(tx, house, { attempt: open, finishedAt: now });
		return;
	}
	if (open) throw begunElsewhere();
	const from = retakeFrom(test.retake, await findAttemptsAtCourse(tx, whose), now);
	if (from) throw tooSoon({ extra: { from: from.toISOString() } });
}

/** Whoever has an account or a card has a name; others leave one if they like. */
function nameOf({ accountId, card }: TakingActor, typed: string): string | null {
	const name = accountId === null && card === null ? tidy(typed) : '';
	if (name === '') return null;
	if (!isPersonName(name)) throw wrongFields({ fields: [{ field: 'name', code: 'sittings.name-wrong' }] });
	return name;
}
