import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** So much at once, at a port of this machine. */
export interface Job {
	port: number;
	/** For every connection the requests it goes round, as they go over the wire. */
	lists: readonly (readonly string[])[];
	expect: number;
	warmupMs: number;
	ms: number;
	/** How often each connection asks; as soon as it has its answer where this is not given. */
	everyMs?: number;
}

export interface Outcome {
	/** Expected answers within the measured time. */
	perSecond: number;
	requests: number;
	/** Answers with another status, by status. */
	unexpected: Record<string, number>;
	/** For every connection how many answers it got in all: its list was gone through so far. */
	done: number[];
	/** The share of one core that the load itself took. */
	busy: number;
	/** For the requests sent within the measured time. */
	ms: { p50: number; p95: number; p99: number; most: number };
}

/** The load generator: a process of its own that runs one job after another. */
export interface Load {
	run(job: Job): Promise<Outcome>;
	stop(): void;
}

export function startLoad(): Load {
	const child = fork(join(import.meta.dirname, 'generator.js'), { serialization: 'advanced' });
	return { run: (job) => send(child, job), stop: () => child.disconnect() };
}

function send(child: ChildProcess, job: Job): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		child.once('message', (message: { outcome: Outcome } | { error: string }) => {
			if ('error' in message) return reject(new Error(message.error));
			const strange = Object.entries(message.outcome.unexpected);
			if (strange.length > 0) {
				const told = strange.map(([status, count]) => `${count} × ${status}`).join(', ');
				return reject(new Error(`answers other than ${job.expect}: ${told}`));
			}
			resolve(message.outcome);
		});
		child.send(job);
	});
}

/** The same list for so many connections, each beginning at another place of it. */
export function spread(requests: readonly string[], connections: number): string[][] {
	return Array.from({ length: connections }, (_, i) => {
		const from = i % requests.length;
		return [...requests.slice(from), ...requests.slice(0, from)];
	});
}
