import { and, asc, eq, lte } from 'drizzle-orm';
import type { Clock } from './clock.ts';
import type { Log } from './house.ts';
import { newId } from './ids.ts';
import type { Store, Writer } from './persistence/store.ts';
import { facts, reactions } from './tables.ts';

/** A reaction to a fact: runs after the commit, at least once, so it must be idempotent by `factId`. */
export interface Reaction {
	readonly name: string;
	react(payload: Record<string, unknown>, factId: string): Promise<void>;
}

/** Which reactions follow which fact. */
export type Wiring = Readonly<Record<string, readonly Reaction[]>>;

/** The outbox: rooms record facts in their own transaction; what follows from them runs after it. */
export interface Facts {
	/** Writes the fact and one pending row for each of its reactions. */
	record(tx: Writer, name: string, payload: Record<string, unknown>): Promise<void>;
	/** Says what follows what; called once, by the composition root. */
	wire(wiring: Wiring): void;
	/** Runs everything that is due and returns how many reactions ran. */
	runDue(): Promise<number>;
	/** Runs what is due from now on, soon after it is recorded. */
	start(): void;
	/** Finishes what is running and stops. */
	stop(): Promise<void>;
}

const leaseMs = 60_000;
const mostAttempts = 10;
const pollMs = 1_000;

/** Seconds until the next try: 2, 4, 8 … at most an hour. */
function backoffMs(attempts: number): number {
	return Math.min(1_000 * 2 ** attempts, 3_600_000);
}

export function openFacts({ store, clock, log }: { store: Store; clock: Clock; log: Log }): Facts {
	let wiring: Wiring = {};
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<number> | undefined;
	let started = false;

	const later = (ms: number) => {
		clearTimeout(timer);
		if (!started) return;
		timer = setTimeout(() => void tick(), ms);
		timer.unref();
	};
	const tick = async () => {
		try {
			await self.runDue();
		} catch (error) {
			log.error({ err: error }, 'the job runner could not reach the database');
		}
		later(pollMs);
	};
	const self: Facts = {
		async record(tx, name, payload) {
			const factId = newId();
			const now = clock.now();
			await tx.insert(facts).values({ id: factId, name, payload, recordedAt: now });
			for (const reaction of wiring[name] ?? []) {
				await tx
					.insert(reactions)
					.values({ factId, name: reaction.name, status: 'pending', attempts: 0, dueAt: now });
			}
			later(20); // by then the transaction has usually committed; if not, the next poll finds it
		},
		wire(next) {
			wiring = next;
		},
		runDue() {
			running = (running ?? Promise.resolve(0)).then(() => runDue({ store, clock, log }, wiring));
			return running;
		},
		start() {
			started = true;
			later(0);
		},
		async stop() {
			started = false;
			clearTimeout(timer);
			await running?.catch(() => undefined);
		}
	};
	return self;
}

type Means = { store: Store; clock: Clock; log: Log };

async function runDue(means: Means, wiring: Wiring): Promise<number> {
	let ran = 0;
	for (let job = await claim(means); job; job = await claim(means)) {
		await runOne(means, wiring, job);
		ran++;
	}
	return ran;
}

type Job = Awaited<ReturnType<typeof claim>> & object;

/** Takes the oldest due reaction for as long as the lease lasts; another worker takes it up after that. */
function claim({ store, clock }: Means) {
	return store.transact(async (tx) => {
		const now = clock.now();
		const [job] = await tx
			.select({
				factId: reactions.factId,
				name: reactions.name,
				attempts: reactions.attempts,
				fact: facts.name,
				payload: facts.payload
			})
			.from(reactions)
			.innerJoin(facts, eq(facts.id, reactions.factId))
			.where(and(eq(reactions.status, 'pending'), lte(reactions.dueAt, now)))
			.orderBy(asc(reactions.dueAt), asc(reactions.factId))
			.limit(1);
		if (!job) return undefined;
		await tx
			.update(reactions)
			.set({ attempts: job.attempts + 1, dueAt: new Date(now.getTime() + leaseMs) })
			.where(and(eq(reactions.factId, job.factId), eq(reactions.name, job.name)));
		return job;
	});
}

async function runOne(means: Means, wiring: Wiring, job: Job): Promise<void> {
	const reaction = wiring[job.fact]?.find((each) => each.name === job.name);
	let outcome: { status: 'pending' | 'done' | 'dead'; failure: string | null; dueAt: Date };
	const now = means.clock.now();
	try {
		if (!reaction) throw new Error('no such reaction in this release');
		await reaction.react(job.payload, job.factId);
		outcome = { status: 'done', failure: null, dueAt: now };
	} catch (error) {
		const attempts = job.attempts + 1;
		const failure = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
		means.log.error({ err: error, fact: job.factId, reaction: job.name, attempts }, 'a reaction failed');
		const status = attempts >= mostAttempts ? 'dead' : 'pending';
		outcome = { status, failure, dueAt: new Date(now.getTime() + backoffMs(attempts)) };
	}
	await means.store.transact(async (tx) => {
		await tx
			.update(reactions)
			.set(outcome)
			.where(and(eq(reactions.factId, job.factId), eq(reactions.name, job.name)));
	});
}
