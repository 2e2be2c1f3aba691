import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { Job, Outcome } from './load.ts';
import { percentile } from './row.ts';

/*
 * The load: a process of its own, the same for the bare server and for ours. Every connection goes round its own list
 * of requests, one at a time (no pipelining), until the time is over, and waits for its last answer.
 */
interface Tally {
	count: number;
	ms: number[];
	unexpected: Record<string, number>;
}

async function run(job: Job): Promise<Outcome> {
	const connections = await Promise.all(job.lists.map(() => Connection.open(job.port)));
	const tally: Tally = { count: 0, ms: [], unexpected: {} };
	const start = performance.now() + job.warmupMs;
	const end = start + job.ms;
	let busyAtStart = process.cpuUsage();
	const warm = setTimeout(() => (busyAtStart = process.cpuUsage()), job.warmupMs);
	const done = await Promise.all(
		connections.map((connection, i) =>
			goRound(connection, {
				requests: job.lists[i] ?? [],
				expect: job.expect,
				start,
				end,
				tally,
				pace: paceOf(job, i)
			})
		)
	);
	clearTimeout(warm);
	const { user, system } = process.cpuUsage(busyAtStart);
	for (const connection of connections) connection.close();
	return {
		perSecond: tally.count / (job.ms / 1000),
		requests: tally.count,
		unexpected: tally.unexpected,
		done,
		busy: (user + system) / 1000 / job.ms,
		ms: {
			p50: percentile(tally.ms, 0.5),
			p95: percentile(tally.ms, 0.95),
			p99: percentile(tally.ms, 0.99),
			most: percentile(tally.ms, 1)
		}
	};
}

/** The connections begin one after another, so that their requests are spread evenly. */
function paceOf({ everyMs, lists }: Job, i: number): Task['pace'] {
	if (everyMs === undefined) return null;
	return { from: performance.now() + (everyMs * i) / lists.length, everyMs };
}

interface Task {
	requests: readonly string[];
	expect: number;
	start: number;
	end: number;
	tally: Tally;
	/** When its first request is due, and how long after it each further one; one after the other without. */
	pace: { from: number; everyMs: number } | null;
}

/** Asks until the time is over; gives how many answers came, those before and after the measured time included. */
async function goRound(connection: Connection, { requests, expect, start, end, tally, pace }: Task): Promise<number> {
	const bytes = requests.map((request) => Buffer.from(request));
	for (let done = 0; ; done++) {
		const dueAt = pace ? pace.from + done * pace.everyMs : performance.now();
		if (dueAt >= end) return done;
		await until(dueAt);
		const { status } = await connection.ask(bytes[done % bytes.length] ?? Buffer.alloc(0));
		if (status !== expect) tally.unexpected[status] = (tally.unexpected[status] ?? 0) + 1;
		if (dueAt < start) continue;
		const cameAt = performance.now();
		// From when it was due: what waited for a slow answer before it waited, too.
		tally.ms.push(cameAt - dueAt);
		if (status === expect && cameAt <= end) tally.count++;
	}
}

async function until(instant: number): Promise<void> {
	const ms = instant - performance.now();
	if (ms > 0) await sleep(ms);
}

process.on('message', (job: Job) => {
	run(job).then(
		(outcome) => process.send?.({ outcome }),
		(error: unknown) => process.send?.({ error: String(error) })
	);
});
process.on('disconnect', () => process.exit(0));
