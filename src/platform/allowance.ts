import { and, eq, lte, ne } from 'drizzle-orm';
import type { House } from './house.ts';
import { oneMore, waitAfter, type Limit } from './counting.ts';
import type { Store, Writer } from './persistence/store.ts';
import { refusal, type RefusalDetails } from './refusal.ts';
import type { Schedule } from './schedules.ts';
import { allowances } from './tables.ts';

export type { Limit } from './counting.ts';

/** A limit, and whose count is meant: an address, a device, a number. Kept as a keyed hash only. */
export type Counted = readonly [limit: Limit, who: string];

type Means = Pick<House, 'store' | 'clock' | 'secrets'>;

/** Somebody was quicker than the limits allow; carries how long to wait. */
const tooQuick = refusal('too-many', 'platform.too-quick');

/** The longest wait among these, in milliseconds; 0 when all are open. Only reads. */
export async function waitFor(means: Means, all: readonly Counted[]): Promise<number> {
	let longest = 0;
	for (const each of all) {
		const row = await findRow(means.store.read, keyOf(means, each));
		longest = Math.max(longest, waitAfter(row, means.clock.now()));
	}
	return longest;
}

/** Counts one more of each, whether or not they are open: what was done was done. */
export async function countUp(means: Means, all: readonly Counted[]): Promise<void> {
	if (all.length > 0) await inLine(means.store, (tx) => addAll(tx, means, all));
}

/** Counts one more of each, or refuses with `platform.too-quick` and counts nothing when one of them is closed. */
export async function take(means: Means, all: readonly Counted[]): Promise<void> {
	if (all.length === 0) return;
	await inLine(means.store, async (tx) => {
		const now = means.clock.now();
		const waits = [];
		for (const each of all) waits.push(waitAfter(await findRow(tx, keyOf(means, each)), now));
		const longest = Math.max(...waits);
		if (longest > 0) throw tooQuick(toldWait(longest));
		await addAll(tx, means, all);
	});
}

/** What was counted is forgotten. */
export async function forget(means: Means, each: Counted): Promise<void> {
	const isThis = eq(allowances.keyHash, keyOf(means, each));
	const [row] = await means.store.read.select().from(allowances).where(isThis);
	if (row) await inLine(means.store, async (tx) => void (await tx.delete(allowances).where(isThis)));
}

/** A wait as a refusal tells it: in whole minutes in words, to the second in the `Retry-After` header. */
export function toldWait(ms: number): RefusalDetails {
	const minutes = Math.ceil(ms / 60_000);
	return { values: { minutes }, extra: { minutes }, retryAfterSeconds: Math.ceil(ms / 1_000) };
}

const lines = new WeakMap<Store, Promise<unknown>>();

/**
 * Counting takes turns within a process: a village counts on the one row of its address, and PostgreSQL would make
 * transactions that do so at once run again and again.
 */
function inLine<T>(store: Store, work: (tx: Writer) => Promise<T>): Promise<T> {
	const next = (lines.get(store) ?? Promise.resolve()).then(() => store.transact(work));
	lines.set(
		store,
		next.catch(() => undefined)
	);
	return next;
}

function keyOf({ secrets }: Means, [limit, who]: Counted): string {
	return secrets.mark('allowances', `${limit.name} ${who}`);
}

async function findRow(reader: Pick<Writer, 'select'>, keyHash: string) {
	const [row] = await reader.select().from(allowances).where(eq(allowances.keyHash, keyHash));
	return row;
}

async function addAll(tx: Writer, means: Means, all: readonly Counted[]): Promise<void> {
	const now = means.clock.now();
	for (const each of all) {
		const keyHash = keyOf(means, each);
		const before = await findRow(tx, keyHash);
		if (!before) await sweep(tx, keyHash, now);
		const row = { keyHash, ...oneMore(each[0], before, now) };
		await tx.insert(allowances).values(row).onConflictDoUpdate({ target: allowances.keyHash, set: row });
	}
}

/** Whoever is counted for the first time sweeps out what is over. */
async function sweep(tx: Writer, keyHash: string, now: Date): Promise<void> {
	await tx.delete(allowances).where(and(lte(allowances.endsAt, now), ne(allowances.keyHash, keyHash)));
}

/** Each hour all that is over is deleted: `sweep` does it too, but only when somebody new is counted. */
export function allowanceSweep({ store, clock }: Pick<House, 'store' | 'clock'>): Schedule {
	return {
		name: 'platform.sweep-allowances',
		everyMs: 3_600_000,
		run: () =>
			store.transact(async (tx) => {
				await tx.delete(allowances).where(lte(allowances.endsAt, clock.now()));
			})
	};
}
