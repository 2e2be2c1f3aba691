import { bareRequest } from './http-head.ts';
import type { Outcome } from './load.ts';
import type { Bench, Reading } from './row.ts';

/** How many connections the load keeps busy. */
export const connections = 64;
const warmupMs = 300;
const bareMs = 1_500;
const rowMs = 3_000;

interface Asked {
	lists: readonly (readonly string[])[];
	expect: number;
}

/**
 * Puts the same load on the bare server and on ours, one right after the other: the bare one before and after, so
 * that a machine that gets slower or faster meanwhile does so for both.
 */
export async function againstBare(
	{ load, bare, server }: Bench,
	asked: Asked
): Promise<Reading & { outcome: Outcome }> {
	const lists = asked.lists.map((list) => list.map(bareRequest));
	const bareJob = { port: bare.port, lists, expect: 200, warmupMs, ms: bareMs };
	const before = await load.run(bareJob);
	const outcome = await load.run({ ...asked, port: server.port, warmupMs, ms: rowMs });
	const after = await load.run(bareJob);
	const barePerSecond = (before.perSecond + after.perSecond) / 2;
	return {
		outcome,
		figures: { ratio: outcome.perSecond / barePerSecond, 'p99 at 64': outcome.ms.p99 },
		beside: {
			'per second': Math.round(outcome.perSecond),
			'bare per second': Math.round(barePerSecond),
			'p50 ms': outcome.ms.p50,
			'p99 ms': outcome.ms.p99,
			'load busy': outcome.busy,
			'load busy (bare)': (before.busy + after.busy) / 2
		}
	};
}

/** The same lists, once through and for a moment, so that nothing measured is done for the first time. */
export async function runWarm({ load, server }: Bench, { lists, expect }: Asked): Promise<void> {
	await load.run({ port: server.port, lists, expect, warmupMs: 0, ms: 2_000 });
}
