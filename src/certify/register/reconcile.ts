import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { repeating, type Repeating } from '../../platform/repeating.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { compareSides, newMismatch } from './compare.ts';
import { RegisterTrouble } from './national-register.ts';
import { mustLookAfter, registerOfficers } from './officers.ts';
import {
	addMismatches,
	addReconciliation,
	changeReconciliation,
	dropMismatches,
	findUnfinished,
	type Mismatch,
	type Reconciliation
} from './reconcile-queries.ts';
import { noRegister } from './refusals.ts';
import { usableRegister, type RegisterHouse } from './register-house.ts';

/** Whoever compares is taken for dead after this. */
const leaseMs = 30 * 60_000;
/** More of them nobody reads; how many there were is counted all the same. */
const mostListed = 1_000;

/** Asks for both sides to be compared; where that is asked for already, nothing more is. */
export async function askReconciliation(house: RegisterHouse, actor: Actor): Promise<Reconciliation> {
	mustLookAfter(actor, '/');
	if (!house.nationalRegister) throw noRegister();
	return house.store.transact(async (tx) => {
		const known = await findUnfinished(tx);
		if (known) return known;
		const asked = await begin(tx, house, actor.accountId);
		await recordAct(tx, house, {
			doer: doerOf(actor, registerOfficers, '/'),
			action: 'certify.reconciliation-asked',
			subject: { kind: 'reconciliation', id: asked.id },
			placePath: '/'
		});
		return asked;
	});
}

async function begin(tx: Writer, { clock }: RegisterHouse, askedBy: string | null): Promise<Reconciliation> {
	const asked = { id: newId(), askedBy, askedAt: clock.now() };
	await addReconciliation(tx, asked);
	return {
		...asked,
		leasedTo: null,
		finishedAt: null,
		here: null,
		there: null,
		same: null,
		differing: null,
		fault: null
	};
}

/** Each night both sides are compared without anybody asking. */
export function nightlyReconciliation(house: RegisterHouse): Schedule {
	return {
		name: 'certify.reconcile',
		everyMs: 24 * 3_600_000,
		async run() {
			if (!house.nationalRegister) return;
			await house.store.transact(async (tx) => {
				if (!(await findUnfinished(tx))) await begin(tx, house, null);
			});
		}
	};
}

/** Does the comparisons that were asked for, in whichever process comes first. */
export function openReconciling(house: RegisterHouse): Repeating & { runAsked(): Promise<boolean> } {
	const runAsked = () => reconcileNext(house);
	return { runAsked, ...repeating(house.log, { name: 'reconciliation', everyMs: 2_000, work: runAsked }) };
}

/** True where there was one to do. */
async function reconcileNext(house: RegisterHouse): Promise<boolean> {
	if (!(await findUnfinished(house.store.read, house.clock.now()))) return false;
	const taken = await takeUp(house);
	if (!taken) return false;
	try {
		const usable = await usableRegister(house);
		if (!usable) throw new RegisterTrouble('not-for-practice', 'no register that may be used');
		const listed: Mismatch[] = [];
		const counts = await compareSides(house, usable.register, async (found) => {
			if (listed.length < mostListed) listed.push(newMismatch(taken.id, found));
		});
		await finish(house, taken, { counts, listed });
	} catch (error) {
		if (!(error instanceof RegisterTrouble)) throw error;
		house.log.warn({ fault: error.fault, why: error.why }, 'the national register could not be compared with');
		await finish(house, taken, { counts: { fault: error.fault }, listed: [] });
	}
	return true;
}

function takeUp({ store, clock }: RegisterHouse): Promise<Reconciliation | undefined> {
	return store.transact(async (tx) => {
		const now = clock.now();
		const next = await findUnfinished(tx, now);
		if (!next) return undefined;
		const leasedTo = new Date(now.getTime() + leaseMs);
		await changeReconciliation(tx, next.id, { leasedTo });
		return { ...next, leasedTo };
	});
}

async function finish(
	{ store, clock }: RegisterHouse,
	{ id }: Reconciliation,
	{ counts, listed }: { counts: Partial<Reconciliation>; listed: Mismatch[] }
): Promise<void> {
	await store.transact(async (tx) => {
		await dropMismatches(tx, id);
		await addMismatches(tx, listed);
		await changeReconciliation(tx, id, { ...counts, finishedAt: clock.now() });
	});
}
