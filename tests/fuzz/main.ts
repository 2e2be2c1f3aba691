import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres-server.ts';
import { runCampaign, type Outcome } from './campaign.ts';
import type { OpenApi } from './description.ts';
import { sender } from './over-http.ts';
import { startServer, type Running } from './server-process.ts';

const { values } = parseArgs({
	options: { seed: { type: 'string' }, requests: { type: 'string' }, postgres: { type: 'boolean', default: false } }
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const requests = Number(values.requests ?? 50_000);
/** How much the memory may grow after the first third, in MB: more than that is a leak, not a breath. */
const mostGrowth = 200;

/** Sends tens of thousands of odd requests to a real server process and tells what broke. */
async function main(): Promise<boolean> {
	const say = (line: string) => process.stdout.write(`${line}\n`);
	say(`seed ${seed}, ${requests} requests, ${values.postgres ? 'PostgreSQL' : 'SQLite'}`);
	const postgres = values.postgres ? await startPostgres() : null;
	const server = await startServer(postgres ? `${postgres.url}/postgres` : '');
	const { send, close } = sender(server.port);
	const memory: { share: number; megabytes: number }[] = [];
	try {
		const description = await send({ method: 'GET', url: '/api/docs/json', headers: {} });
		const outcome = await runCampaign({
			send,
			openApi: JSON.parse(description.body) as OpenApi, // the server's own description
			token: server.token,
			seed,
			requests,
			atOnce: 6,
			progress(share) {
				const megabytes = server.memory();
				if (megabytes !== null) memory.push({ share, megabytes });
			}
		});
		return tell(outcome, server, memory);
	} finally {
		close();
		await server.stop();
		await postgres?.stop();
	}
}

function tell(outcome: Outcome, server: Running, memory: { share: number; megabytes: number }[]): boolean {
	const say = (line: string) => process.stdout.write(`${line}\n`);
	for (const [route, statuses] of [...outcome.statuses].sort()) {
		const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}×${times}`);
		say(`${route.padEnd(52)} ${counts.join('  ')}`);
	}
	const faults = [...outcome.faults, ...memoryFaults(memory, say), ...(server.alive() ? [] : ['the server ended'])];
	for (const fault of faults.slice(0, 50)) say(`✗ ${fault}`);
	say(`${outcome.sent} requests, ${faults.length} faults (again with: -- --seed ${seed})`);
	return faults.length === 0;
}

function memoryFaults(memory: { share: number; megabytes: number }[], say: (line: string) => void): string[] {
	const warm = memory.find(({ share }) => share >= 1 / 3)?.megabytes;
	const last = memory.at(-1)?.megabytes;
	if (warm === undefined || last === undefined) {
		say('memory: not told by this system');
		return [];
	}
	say(`memory: ${warm} MB after a third, ${last} MB at the end`);
	return last - warm > mostGrowth ? [`the memory grew by ${last - warm} MB`] : [];
}

process.exitCode = (await main()) ? 0 : 1;
