import { listUnited } from '../community/index.ts';
import { listClosedSince, listUnclaimedSince, selfOfLearner } from '../identity/index.ts';
import type { House } from '../platform/house.ts';
import type { Expiring, OwnData, Self } from '../platform/own-data.ts';
import type { Reader } from '../platform/persistence/store.ts';
import type { Schedule } from '../platform/schedules.ts';
import days from './retention.json' with { type: 'json' };

/** After how many days what goes by itself; the data of retention.json. */
export const retentionDays: Readonly<Record<string, number>> = days;

type Means = Pick<House, 'store' | 'clock'> & { readonly ownData: OwnData };

const day = 24 * 3_600_000;
/** Small transactions: learners' own wait only for a moment. */
const atOnce = 100;
/** For so long what a request under way may have written after a deletion is looked for. */
const lateMs = 3 * day;

/** What would go now, or went: how much of each kind. */
export type Retained = Readonly<Record<string, number>>;

/** Says what `applyRetention` would delete at this moment; changes nothing. */
export async function foreseeRetention(means: Means): Promise<Retained> {
	const { store, clock, ownData } = means;
	const counts: Record<string, number> = {};
	for (const kind of ownData.expiring) counts[kind.id] = await kind.count(store.read, beforeOf(kind, clock.now()));
	const idle = await eachIdle(means, async () => {});
	return { ...counts, 'idle-learners': idle, late: (await lateOnes(means)).length };
}

/** Deletes what has been kept for as long as the data says. Stopped half-way, the next run goes on. */
export async function applyRetention(means: Means): Promise<Retained> {
	const { store, clock, ownData } = means;
	const erase = (self: Self) => store.transact((tx) => ownData.erase(tx, self, clock.now()));
	const counts: Record<string, number> = {};
	for (const kind of ownData.expiring) counts[kind.id] = await sweepAll(means, kind);
	const idle = await eachIdle(means, erase);
	const late = await lateOnes(means);
	for (const self of late) await erase(self);
	return { ...counts, 'idle-learners': idle, late: late.length };
}

/** Once a day. */
export function retentionSweep(means: Means): Schedule {
	return { name: 'privacy.retention', everyMs: day, run: async () => void (await applyRetention(means)) };
}

function beforeOf({ id }: Pick<Expiring, 'id'>, now: Date): Date {
	const kept = retentionDays[id];
	if (kept === undefined) throw new Error(`retention.json does not say how long ${id} are kept`);
	return new Date(now.getTime() - kept * day);
}

async function sweepAll({ store, clock }: Means, kind: Expiring): Promise<number> {
	const before = beforeOf(kind, clock.now());
	let all = 0;
	for (;;) {
		const gone = await store.transact((tx) => kind.sweep(tx, before, atOnce));
		all += gone;
		if (gone < atOnce) return all;
	}
}

/**
 * Whoever learnt without an account and of whom nothing is newer than that: nobody can ask for it any more. Whom a helper
 * wrote down is not among them: she is there until somebody takes her out. Returns how many there were.
 */
async function eachIdle(means: Means, act: (self: Self) => Promise<void>): Promise<number> {
	const { store, clock, ownData } = means;
	const before = beforeOf({ id: 'idle-learners' }, clock.now());
	let found = 0;
	for (let after = ''; ;) {
		const ids = await listUnclaimedSince(store.read, { before, after, limit: atOnce });
		for (const id of ids) {
			const self = await selfOfLearner(store.read, id);
			if (!(await isIdle(ownData, store.read, { self, before }))) continue;
			await act(self);
			found++;
		}
		after = ids.at(-1) ?? '';
		if (ids.length < atOnce) return found;
	}
}

async function isIdle(
	{ personal }: OwnData,
	reader: Reader,
	{ self, before }: { self: Self; before: Date }
): Promise<boolean> {
	const isNew = (value: unknown) => {
		const at = value instanceof Date ? value : isDay(value) ? new Date(value) : null;
		return at !== null && at >= before;
	};
	const held: string[] = [];
	for (const part of personal) {
		const entries = await part.read(reader, self);
		if (entries.length > 0 && part.basis === 'consent') return false;
		if (entries.some((entry) => Object.values(entry).some(isNew))) return false;
		if (entries.length > 0) held.push(part.id);
	}
	// What is left of somebody whose data was deleted is the proof of a record, with the bare attempt it came from.
	return !held.includes('records') || held.some((id) => id !== 'records' && id !== 'attempts');
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Deleted lately, and yet something was written by a request that was under way then. */
async function lateOnes({ store, clock, ownData }: Means): Promise<Self[]> {
	const closed = await listClosedSince(store.read, new Date(clock.now().getTime() - lateMs));
	// Closed for as long as their uniting with another can be undone; what they hold till then is no late writing.
	const united = await listUnited(store.read);
	const late = new Set<Self>();
	for (const { accountId, learnerId } of closed) {
		if (united.has(accountId)) continue;
		const self = { ...(await selfOfLearner(store.read, learnerId)), accountId };
		for (const part of ownData.personal.filter(({ stays }) => !stays))
			if ((await part.read(store.read, self)).length > 0) late.add(self);
	}
	return [...late];
}
