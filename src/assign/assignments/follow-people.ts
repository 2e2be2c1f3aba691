import type { Writer } from '../../platform/persistence/store.ts';
import type { AssignHouse } from '../assign-house.ts';
import { changeDuty, dropDuty, listDutiesOf, moveTargets, type DutyRow } from './duty-queries.ts';
import { listMembershipsOf, type Member } from './members-aimed-at.ts';
import { giveTo, planOf } from './give.ts';
import { listAimedAt, listTargets } from './queries.ts';
import { isMeant } from './reach.ts';
import { settleOpen } from './settle.ts';

type Means = Pick<AssignHouse, 'store' | 'clock' | 'catalog'>;

/**
 * Brings what somebody has to do in line with where she belongs now: she is given what reaches her there, and what she
 * has not done goes where nothing reaches her any more. What she did stays. Safe to run again, in any order.
 */
export async function followPerson({ store, ...means }: Means, learnerId: string): Promise<void> {
	await store.transact((tx) => bringInLine(tx, means, learnerId));
}

async function bringInLine(tx: Writer, means: Omit<Means, 'store'>, learnerId: string): Promise<void> {
	const now = means.clock.now();
	const where = await listMembershipsOf(tx, learnerId);
	const reaching = new Set<string>();
	const aimed = await listAimedAt(
		tx,
		where.map(({ placePath }) => placePath)
	);
	const own = await listDutiesOf(tx, learnerId);
	for (const asked of aimed) {
		const targets = await listTargets(tx, asked.id);
		const meant = where.filter((member) => targets.some((target) => isMeant(target, member)));
		const person =
			whereSheStays(
				meant,
				own.filter(({ assignmentId }) => assignmentId === asked.id)
			) ?? meant[0];
		if (!person) continue;
		reaching.add(asked.id);
		await giveTo(tx, await planOf(tx, means, asked), { people: [person], now });
	}
	for (const duty of own)
		if (duty.state === 'open' && !reaching.has(duty.assignmentId)) await changeDuty(tx, duty.id, { state: 'gone' });
}

/** Where it reached her before, if she still belongs there. */
function whereSheStays(meant: readonly Member[], duties: readonly DutyRow[]): Member | undefined {
	return meant.find(({ placeId }) => duties.some((duty) => duty.placeId === placeId));
}

/**
 * What was asked of somebody on a device is asked of the learner that its learning went over to; of two of a kind the
 * better stays. What was learnt there does what is open here: once it has gone over too, so after this fact.
 */
export async function mergeDuties(
	{ store, facts, ...means }: Means & Pick<AssignHouse, 'facts'>,
	{ from, into }: { from: string; into: string }
): Promise<void> {
	await store.transact(async (tx) => {
		const own = new Map((await listDutiesOf(tx, into, { gone: true })).map((duty) => [keyOf(duty), duty]));
		for (const duty of await listDutiesOf(tx, from, { gone: true })) {
			const twin = own.get(keyOf(duty));
			if (twin && worth(twin) >= worth(duty)) await dropDuty(tx, duty.id);
			else {
				if (twin) await dropDuty(tx, twin.id);
				await changeDuty(tx, duty.id, { learnerId: into });
			}
		}
		await moveTargets(tx, { from, into });
		await bringInLine(tx, means, into);
		await facts.record(tx, 'assign.duties-merged', { learnerId: into });
	});
}

/** What somebody has finished by now does all that is open. */
export async function settleAll({ store, ...means }: Means, learnerId: string): Promise<void> {
	await store.transact(async (tx) => {
		const open = (await listDutiesOf(tx, learnerId)).filter(({ state }) => state === 'open');
		for (const subject of new Set(open.map((duty) => duty.subject)))
			await settleOpen(tx, means, { learnerId, subject });
	});
}

const keyOf = ({ assignmentId, subject, round }: DutyRow) => `${assignmentId} ${subject} ${round}`;
const order = ['gone', 'open', 'waived', 'equivalent', 'done'] as const;
const worth = ({ state }: DutyRow) => order.indexOf(state);
