import type { Actor } from '../../platform/actor.ts';
import { recordAct, type Act } from '../../platform/audit.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import type { AssessHouse } from '../assess-house.ts';
import { recountLater } from '../items/queries.ts';
import type { Attempt } from '../queries.ts';
import { attemptClosed } from '../refusals.ts';
import { close } from '../tests/settle.ts';
import { actOn } from './acts.ts';
import { addExtension, changeAttempt, findSitting, listSat, type SittingRow } from './queries.ts';
import { noClock, noSuchSitter, noSuchSitting, sittingClosed, wrongFields } from './refusals.ts';
import { isGoingOn, isOpen, resumed } from './sitting-times.ts';

/** Whom something is done to: one attempt, or without an id all that go on. */
export interface Whom {
	readonly sittingId: string;
	readonly attemptId?: string | undefined;
}

interface Steered {
	readonly sitting: SittingRow;
	/** Those meant that go on; never the actor's own. */
	readonly goingOn: readonly Attempt[];
	readonly now: Date;
}

/** Stops the clock of one or of all; who is paused already stays paused since then. Not once nobody can join any more. */
export function pause(house: AssessHouse, actor: Actor, whom: Whom): Promise<void> {
	return steer(house, { actor, whom }, async (tx, { sitting, goingOn, now }) => {
		if (!isOpen(sitting, now)) throw sittingClosed();
		const chosen = goingOn.filter(({ pausedAt }) => pausedAt === null);
		for (const { id } of chosen) await changeAttempt(tx, id, { pausedAt: now });
		return { action: 'assess.sitting-paused', people: chosen.length };
	});
}

/** Lets the clock of one or of all go on; it stood as long as they were paused. */
export function resume(house: AssessHouse, actor: Actor, whom: Whom): Promise<void> {
	return steer(house, { actor, whom }, async (tx, { goingOn, now }) => {
		const people = await resumeAll(tx, goingOn, now);
		return { action: 'assess.sitting-resumed', people };
	});
}

/** Lets those of these that are paused go on, and tells how many they were. */
export async function resumeAll(tx: Writer, attempts: readonly Attempt[], now: Date): Promise<number> {
	const chosen = attempts.filter(({ pausedAt, finishedAt }) => pausedAt !== null && finishedAt === null);
	for (const each of chosen) await changeAttempt(tx, each.id, resumed(each, now));
	return chosen.length;
}

/** Gives one or all more minutes; sent twice under one key it is given once. */
export function extend(
	house: AssessHouse,
	actor: Actor,
	{ minutes, key, ...whom }: Whom & { minutes: number; key: string }
): Promise<void> {
	return steer(house, { actor, whom }, async (tx, { sitting, goingOn, now }) => {
		if (goingOn.length > 0 && goingOn.every(({ closesAt }) => closesAt === null)) throw noClock();
		const { sittingId, attemptId = null } = whom;
		const given = { sittingId, key, attemptId, minutes, givenAt: now, givenBy: actor.accountId ?? sitting.openedBy };
		if (!(await addExtension(tx, given))) return { action: 'assess.sitting-extended', people: 0 };
		const timed = goingOn.flatMap(({ id, closesAt }) => (closesAt ? [{ id, closesAt }] : []));
		for (const { id, closesAt } of timed)
			await changeAttempt(tx, id, { closesAt: new Date(closesAt.getTime() + minutes * 60_000) });
		return { action: 'assess.sitting-extended', people: timed.length, details: { minutes } };
	});
}

/** Keeps that the supervisor saw her papers; again changes nothing. */
export async function checkIdentity(
	house: AssessHouse,
	actor: Actor,
	whom: Whom & { attemptId: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const { sitting, attempt } = await sitterOf(tx, actor, whom);
		if (attempt.assurance === 'identity-checked') return;
		await changeAttempt(tx, attempt.id, { assurance: 'identity-checked' });
		await recordAct(tx, house, actOn(actor, 'assess.identity-checked', { sitting }));
	});
}

/**
 * Declares that an attempt does not count, and why: she reads the reason. One that goes on ends with it. Doing it again
 * changes nothing: the first reason stays.
 */
export async function declareVoid(
	house: AssessHouse,
	actor: Actor,
	{ reason, ...whom }: Whom & { attemptId: string; reason: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const { sitting, attempt } = await sitterOf(tx, actor, whom);
		if (await voidAttempt(tx, house, { attempt, reason }))
			await recordAct(tx, house, actOn(actor, 'assess.attempt-voided', { sitting }));
	});
}

/** Keeps that an attempt does not count, in the transaction at hand; false where that was so already. */
export async function voidAttempt(
	tx: Writer,
	house: AssessHouse,
	{ attempt, reason }: { attempt: Attempt; reason: string }
): Promise<boolean> {
	const voidReason = tidy(reason);
	if (voidReason.length < 3) throw wrongFields({ fields: [{ field: 'reason', code: 'sittings.reason-missing' }] });
	if (attempt.voidReason !== null) return false;
	if (attempt.finishedAt === null)
		await close(tx, house, { attempt: { ...attempt, voidReason }, finishedAt: house.clock.now() });
	await changeAttempt(tx, attempt.id, { voidReason });
	await recountLater(tx, [attempt.learnerId]);
	await house.facts.record(tx, 'assess.voided', { attemptId: attempt.id });
	return true;
}

type Done = { action: Act['action']; people: number; details?: NonNullable<Act['details']> };

/** Finds who is meant, does it, and writes it down where it changed anything. */
async function steer(
	house: AssessHouse,
	{ actor, whom }: { actor: Actor; whom: Whom },
	work: (tx: Writer, steered: Steered) => Promise<Done>
): Promise<void> {
	await house.store.transact(async (tx) => {
		const sitting = await getSitting(tx, actor, whom.sittingId);
		const now = house.clock.now();
		const goingOn = (await meant(tx, actor, whom)).filter((each) => isGoingOn(each, now));
		if (whom.attemptId !== undefined && goingOn.length === 0) throw attemptClosed();
		const { action, people, details } = await work(tx, { sitting, goingOn, now });
		const all = whom.attemptId === undefined;
		if (people > 0) await recordAct(tx, house, actOn(actor, action, { sitting, details: { ...details, people, all } }));
	});
}

/** A sitting within the actor's places; any other is refused like one that does not exist. */
export async function getSitting(reader: Reader, actor: Actor, id: string): Promise<SittingRow> {
	const sitting = await findSitting(reader, actor, id);
	if (!sitting) throw noSuchSitting();
	return sitting;
}

/** Nobody supervises herself: one's own attempt is not among them. */
async function meant(reader: Reader, actor: Actor, { sittingId, attemptId }: Whom): Promise<Attempt[]> {
	const others = (await listSat(reader, [sittingId])).filter(({ learnerId }) => learnerId !== actor.learnerId);
	const chosen = attemptId === undefined ? others : others.filter(({ id }) => id === attemptId);
	if (attemptId !== undefined && chosen.length === 0) throw noSuchSitter();
	return chosen;
}

async function sitterOf(reader: Reader, actor: Actor, whom: Whom & { attemptId: string }) {
	const sitting = await getSitting(reader, actor, whom.sittingId);
	const [attempt] = await meant(reader, actor, whom);
	if (!attempt) throw noSuchSitter();
	return { sitting, attempt };
}
