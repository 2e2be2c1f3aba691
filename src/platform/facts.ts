import { and, asc, count, eq, inArray, lte, min } from 'drizzle-orm';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { newId } from './ids.ts';
import type { Reader, Store, Writer } from './persistence/store.ts';
import { repeating } from './repeating.ts';
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
	/** How much waits to be done. */
	standing(): Promise<OutboxStanding>;
	/** Finishes the reaction that is running and stops; what is still due waits for the next process. */
	stop(): Promise<void>;
}

interface OutboxStanding {
	readonly pending: number;
	/** Given up after too many failures. */
	readonly dead: number;
	/** When the oldest fact was recorded that still waits for a reaction. */
	readonly oldestPendingAt: Date | null;
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
	let stopping = false;
	const runAll = () => (running = running.catch(() => 0).then(() => runDue(means, wiring, () => stopping)));
	const poll = repeating(means.log, { name: 'reactions', everyMs: pollMs, work: runAll });
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
		standing: () => standing(means.store.read),
		start: poll.start,
		async stop() {
			stopping = true;
			await poll.stop();
			await running.catch(() => 0);
		}
	};
}

function pending(fact: { id: string; recordedAt: Date }, reaction: Reaction) {
	return { factId: fact.id, name: reaction.name, status: 'pending' as const, attempts: 0, dueAt: fact.recordedAt };
}

type Means = { store: Store; clock: Clock; log: Log };

async function runDue(means: Means, wiring: Wiring, stopping: () => boolean): Promise<number> {
	for (let ran = 0; ; ran++) {
		const job = stopping() ? undefined : await claim(means);
		if (!job) return ran;
		await runOne(means, wiring, job);
	}
}

async function standing(reader: Reader): Promise<OutboxStanding> {
	const counts = await reader
		.select({ status: reactions.status, rows: count() })
		.from(reactions)
		.where(inArray(reactions.status, ['pending', 'dead']))
		.groupBy(reactions.status);
	const [oldest] = await reader
		.select({ recordedAt: min(facts.recordedAt) })
		.from(reactions)
		.innerJoin(facts, eq(facts.id, reactions.factId))
		.where(eq(reactions.status, 'pending'));
	const rows = (status: string) => counts.find((each) => each.status === status)?.rows ?? 0;
	return { pending: rows('pending'), dead: rows('dead'), oldestPendingAt: oldest?.recordedAt ?? null };
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
			.where(isJob(job));
		return job;
	});
}

const isJob = ({ factId, name }: { factId: string; name: string }) =>
	and(eq(reactions.factId, factId), eq(reactions.name, name));

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
	// Only while the lease is ours: who came after it has counted one try more, and tells the outcome itself.
	const ours = and(isJob(job), eq(reactions.attempts, job.attempts + 1), eq(reactions.status, 'pending'));
	await means.store.transact(async (tx) => {
		await tx.update(reactions).set(outcome).where(ours);
	});
}
