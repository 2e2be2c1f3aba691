import { and, eq, lte } from 'drizzle-orm';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Store } from './persistence/store.ts';
import { repeating } from './repeating.ts';
import { schedules } from './tables.ts';

/** Work that is done every so often, whichever process does it; it may be done again after a crash. */
export interface Schedule {
	readonly name: string;
	readonly everyMs: number;
	run(): Promise<void>;
}

export interface Schedules {
	/** Does everything that is due and returns the names of what was done here. */
	runDue(): Promise<string[]>;
	start(): void;
	/** Finishes what is running and stops. */
	stop(): Promise<void>;
}

type Means = { store: Store; clock: Clock; log: Log };

const lookMs = 60_000;
/** For as long another process leaves the work to this one. */
const leaseMs = 10 * 60_000;

/** Once each, across all processes of one database: a row per name says when it is due, and a claim moves that on. */
export function openSchedules(means: Means, all: readonly Schedule[]): Schedules {
	const runDue = async () => {
		const done: string[] = [];
		for (const schedule of all) if (await runIfDue(means, schedule)) done.push(schedule.name);
		return done;
	};
	return { runDue, ...repeating(means.log, { name: 'schedules', everyMs: lookMs, work: runDue }) };
}

async function runIfDue(means: Means, schedule: Schedule): Promise<boolean> {
	const startedAt = means.clock.now();
	const leasedTo = await claim(means, schedule.name, startedAt);
	if (!leasedTo) return false;
	try {
		await schedule.run();
		await moveOn(means, schedule.name, { from: leasedTo, to: new Date(startedAt.getTime() + schedule.everyMs) });
		return true;
	} catch (error) {
		means.log.error(
			{ err: error, schedule: schedule.name },
			'scheduled work failed; it is tried again after its lease'
		);
		return false;
	}
}

/** Takes the work if it is due: the end of the lease, or null. */
async function claim({ store }: Means, name: string, now: Date): Promise<Date | null> {
	const [known] = await store.read.select().from(schedules).where(eq(schedules.name, name));
	if (known && known.dueAt > now) return null;
	return store.transact(async (tx) => {
		await tx.insert(schedules).values({ name, dueAt: now }).onConflictDoNothing();
		const leasedTo = new Date(now.getTime() + leaseMs);
		const taken = await tx
			.update(schedules)
			.set({ dueAt: leasedTo })
			.where(and(eq(schedules.name, name), lte(schedules.dueAt, now)))
			.returning({ name: schedules.name });
		return taken.length > 0 ? leasedTo : null;
	});
}

/** Sets the next time, unless the lease was over and somebody else has taken the work up. */
async function moveOn({ store }: Means, name: string, { from, to }: { from: Date; to: Date }): Promise<void> {
	await store.transact(async (tx) => {
		await tx
			.update(schedules)
			.set({ dueAt: to })
			.where(and(eq(schedules.name, name), eq(schedules.dueAt, from)));
	});
}
