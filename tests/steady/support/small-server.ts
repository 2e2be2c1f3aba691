import { openWork, showFigures } from '../../../src/background.ts';
import { composeHouse, createApp } from '../../../src/compose.ts';
import { closeOnSignal, finishRequests } from '../../../src/platform/closing.ts';
import { makeDataDir, readConfig } from '../../../src/platform/config.ts';
import { openFacts } from '../../../src/platform/facts.ts';
import { serveMetrics } from '../../../src/platform/http/metrics-server.ts';
import { consoleLog } from '../../../src/platform/log.ts';
import { openStore } from '../../../src/platform/persistence/open-store.ts';
import { openSecrets } from '../../../src/platform/secrets.ts';

/** main.ts without the pages: the real store, the rooms, the API on a socket. It begins when a line comes in. */
async function main(): Promise<void> {
	const config = readConfig();
	makeDataDir(config);
	const log = consoleLog(config);
	const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
	const clock = { now: () => new Date(Date.now() + ahead) };
	const store = await openStore(config);
	await store.migrate();
	const facts = openFacts({ store, clock, log });
	const house = await composeHouse({ store, clock, config, facts, secrets: openSecrets(config), log });
	const app = await createApp(house);
	await app.listen({ port: config.port, host: config.host });
	showFigures(house);
	const metrics = await serveMetrics(config);
	const work = openWork(house);
	work.start();
	const close = async () => {
		app.beginClosing();
		await finishRequests(app.server, 10_000);
		await work.stop();
		await app.close();
		await metrics?.close();
		await store.close();
	};
	closeOnSignal(log, { close, longestMs: 15_000 });
	process.stdout.write('ready\n');
}

// Loaded while its forerunner still runs, so that a restart takes no longer than the start itself.
process.stdin.once('data', () => {
	process.stdin.destroy();
	main().catch((error: unknown) => {
		process.stderr.write(`${String((error as Error).stack)}\n`);
		process.exit(1);
	});
});
