import { and, asc, eq, lte } from 'drizzle-orm';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { newId } from './ids.ts';
import type { Store, Writer } from './persistence/store.ts';
import { facts, reactions } from './tables.ts';

/** A reaction to a fact: runs after the commit, at least once, so it must be idempotent by `factId`. */
interface Reaction {
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

export function openFacts(means: { store: Store; clock: Clock; log: Log }): Facts {
	let wiring: Wiring = {};
	let running: Promise<number> = Promise.resolve(0);
	const runAll = () => (running = running.catch(() => 0).then(() => runDue(means, wiring)));
	const poll = poller(async () => {
		await runAll().catch((error: unknown) =>
			means.log.error({ err: error }, 'the job runner could not reach the database')
		);
	});
	return {
		async record(tx, name, payload) {
			const fact = { id: newId(), name, payload, recordedAt: means.clock.now() };
			await tx.insert(facts).values(fact);
			for (const reaction of wiring[name] ?? []) await tx.insert(reactions).values(pending(fact, reaction));
			poll.soon(); // by then the transaction has usually committed; if not, the next poll finds it
		},
		wire(next) {
			wiring = next;
		},
		runDue: runAll,
		start: poll.start,
		async stop() {
			poll.stop();
			await running.catch(() => 0);
		}
	};
}

function pending(fact: { id: string; recordedAt: Date }, reaction: Reaction) {
	return { factId: fact.id, name: reaction.name, status: 'pending' as const, attempts: 0, dueAt: fact.recordedAt };
}

/** Calls `work` every so often, never twice at once, and sooner when told. */
function poller(work: () => Promise<void>) {
	let timer: NodeJS.Timeout | undefined;
	let started = false;
	const later = (ms: number) => {
		clearTimeout(timer);
		if (!started) return;
		timer = setTimeout(() => void work().then(() => later(pollMs)), ms);
		timer.unref();
	};
	return {
		start() {
			started = true;
			later(0);
		},
		soon: () => later(20),
		stop() {
			started = false;
			clearTimeout(timer);
		}
	};
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
		const failure = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 200) : 'unknown';
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
