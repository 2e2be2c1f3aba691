import type { Actor } from '../../platform/actor.ts';
import { recordAct, type Act } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { noLearner } from '../../platform/http/access.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { actOnDuty } from './acts.ts';
import { addMonths } from './days.ts';
import { changeDuty, findDuty, findOwnDuty, type DutyRow } from './duty-queries.ts';
import { listAssignmentsByIds } from './queries.ts';
import { dutyOver, noSuchDuty, nothingHandedIn, notSent, wrongFields } from './refusals.ts';
import type { HandingIn, Verdict } from './schemas.ts';
import { lineFaults, reasonIn } from './send.ts';

type About<T> = T & { id: string };

/** Says that somebody need not do it, and why. */
export async function waiveDuty(house: AssignHouse, actor: Actor, { id, reason }: About<{ reason: string }>) {
	const why = reasonIn(reason);
	await onOpenDuty(house, actor, {
		...{ id, action: 'assign.duty-waived' },
		change: (_reader, _duty, by) => ({ ...by, state: 'waived', reason: why })
	});
}

/** Enters a result from elsewhere, with what shows it. */
export async function enterEquivalent(house: AssignHouse, actor: Actor, { id, ...typed }: About<HandingIn>) {
	const evidence = evidenceIn(typed);
	await onOpenDuty(house, actor, {
		...{ id, action: 'assign.equivalent-entered' },
		change: async (reader, duty, by) => ({ ...by, ...(await equivalent(reader, duty, by.settledAt)), evidence })
	});
}

/** Accepts or refuses what somebody handed in from elsewhere; refused, it stays open and says why. */
export async function judgeEquivalent(house: AssignHouse, actor: Actor, { id, accept, reason = '' }: About<Verdict>) {
	const why = accept ? null : reasonIn(reason);
	await onOpenDuty(house, actor, {
		...{ id, action: accept ? 'assign.equivalent-accepted' : 'assign.equivalent-refused' },
		async change(reader, duty, by) {
			if (duty.evidence === null || duty.settledBy !== null) throw nothingHandedIn();
			if (why !== null) return { settledBy: by.settledBy, reason: why };
			return { ...by, ...(await equivalent(reader, duty, by.settledAt)) };
		}
	});
}

/** Hands in a result from elsewhere, for those in charge to look at. */
export async function handIn(house: AssignHouse, actor: Actor, { id, ...typed }: About<HandingIn>): Promise<void> {
	const { learnerId } = actor;
	if (learnerId === null) throw noLearner();
	const evidence = evidenceIn(typed);
	await house.store.transact(async (tx) => {
		const duty = await findOwnDuty(tx, learnerId, id);
		if (!duty) throw noSuchDuty();
		await refuseOver(tx, duty);
		await changeDuty(tx, id, { evidence, reason: null, settledBy: null });
	});
}

function evidenceIn({ what, where }: HandingIn): string {
	const faults = [...lineFaults(what, 'what'), ...lineFaults(where, 'where')];
	if (faults.length) throw wrongFields({ fields: faults });
	return `${tidy(what)} · ${tidy(where)}`;
}

async function equivalent(reader: Reader, duty: DutyRow, at: Date) {
	const [asked] = await listAssignmentsByIds(reader, [duty.assignmentId]);
	const months = asked?.renewMonths ?? null;
	const validUntil = months === null ? null : addMonths(dayInVietNam(at), months);
	return { state: 'equivalent', validUntil, reason: null } as const;
}

async function refuseOver(reader: Reader, duty: DutyRow): Promise<void> {
	if (duty.state !== 'open') throw dutyOver();
	const [asked] = await listAssignmentsByIds(reader, [duty.assignmentId]);
	if (asked?.state === 'withdrawn') throw notSent();
}

interface Change {
	id: string;
	action: Act['action'];
	change(
		reader: Reader,
		duty: DutyRow,
		by: { settledBy: string | null; settledAt: Date }
	): Partial<DutyRow> | Promise<Partial<DutyRow>>;
}

/** Changes what somebody within the actor's places still has to do; that it was done is written down. */
async function onOpenDuty(house: AssignHouse, actor: Actor, { id, action, change }: Change): Promise<void> {
	await house.store.transact(async (tx) => {
		const duty = await findDuty(tx, actor, { id, roles: givers });
		if (!duty) throw noSuchDuty();
		await refuseOver(tx, duty);
		await changeDuty(tx, id, await change(tx, duty, { settledBy: actor.accountId, settledAt: house.clock.now() }));
		await recordAct(tx, house, actOnDuty(actor, action, duty));
	});
}
