import { and, eq, gt, lte, ne, sql } from 'drizzle-orm';
import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { Schedule } from '../platform/schedules.ts';
import { tooManyTries } from './refusals.ts';
import { signInFailures } from './tables.ts';

const mostTries = 10;
const windowMs = 15 * 60_000;

/**
 * Counts a try to be let in as someone, before it is checked, so that tries sent at once count too. After ten that
 * failed within a quarter of an hour it refuses, whoever asks from wherever. A try that turned out right is given
 * back by `giveBack`. What was typed is kept as a keyed hash only.
 */
export async function countTry({ store, clock, secrets }: House, who: string): Promise<{ giveBack(): Promise<void> }> {
	const identifierHash = secrets.mark('sign-in-failures', who);
	const isThis = eq(signInFailures.identifierHash, identifierHash);
	await store.transact(async (tx) => {
		const now = clock.now();
		const [row] = await tx.select().from(signInFailures).where(isThis);
		const closesAt = (row?.windowStart.getTime() ?? 0) + windowMs;
		if (!row || closesAt <= now.getTime()) return openWindow(tx, identifierHash, now);
		if (row.count >= mostTries) {
			const minutes = Math.ceil((closesAt - now.getTime()) / 60_000);
			throw tooManyTries({ values: { minutes }, extra: { minutes } });
		}
		await tx
			.update(signInFailures)
			.set({ count: row.count + 1 })
			.where(isThis);
	});
	return {
		giveBack: () =>
			store.transact(async (tx) => {
				await tx
					.update(signInFailures)
					.set({ count: sql`${signInFailures.count} - 1` })
					.where(and(isThis, gt(signInFailures.count, 0)));
			})
	};
}

/** Starts counting anew, and sweeps out what others left behind. */
async function openWindow(tx: Writer, identifierHash: string, now: Date): Promise<void> {
	const row = { identifierHash, count: 1, windowStart: now };
	const over = lte(signInFailures.windowStart, new Date(now.getTime() - windowMs));
	await tx.delete(signInFailures).where(and(over, ne(signInFailures.identifierHash, identifierHash)));
	await tx.insert(signInFailures).values(row).onConflictDoUpdate({ target: signInFailures.identifierHash, set: row });
}

/** Each hour the failures are deleted that no longer count: openWindow does it too, but only when somebody fails again. */
export function failureSweep({ store, clock }: Pick<House, 'store' | 'clock'>): Schedule {
	return {
		name: 'identity.sweep-failures',
		everyMs: 3_600_000,
		run: () =>
			store.transact(async (tx) => {
				const before = new Date(clock.now().getTime() - windowMs);
				await tx.delete(signInFailures).where(lte(signInFailures.windowStart, before));
			})
	};
}

/** Lets somebody sign in again who could not remember the password and has a new one. */
export async function forgetTries({ store, secrets }: House, who: string): Promise<void> {
	await store.transact(async (tx) => {
		await tx.delete(signInFailures).where(eq(signInFailures.identifierHash, secrets.mark('sign-in-failures', who)));
	});
}
