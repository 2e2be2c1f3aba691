import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openWork, showFigures } from './background.ts';
import { composeHouse, createApp, sitePartsOf, type WholeHouse } from './compose.ts';
import { firstAdministratorLink } from './identity/index.ts';
import { closeOnSignal, finishRequests } from './platform/closing.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, makeDataDir, readConfig, type Config } from './platform/config.ts';
import { openFacts } from './platform/facts.ts';
import { consoleLog } from './platform/log.ts';
import { serveMetrics } from './platform/http/metrics-server.ts';
import { mountSite } from './platform/http/site.ts';
import { growSlowly, tidyAfterStart } from './platform/memory.ts';
import { Obstacle } from './platform/obstacle.ts';
import { openStore } from './platform/persistence/open-store.ts';
import { openSecrets } from './platform/secrets.ts';

/** Settings → database → rooms → API → pages → listen. */
async function main(): Promise<void> {
	growSlowly();
	const config = readConfig();
	makeDataDir(config);
	const log = consoleLog(config);
	const store = await openStore(config);
	await store.migrate();
	const facts = openFacts({ store, clock: systemClock, log });
	const house = await composeHouse({ store, clock: systemClock, config, facts, secrets: openSecrets(config), log });

	const app = await createApp(house);
	await mountSite(app, sitePartsOf(house, join(import.meta.dirname, '../site')));
	tidyAfterStart();
	await app.listen({ port: config.port, host: config.host });
	showFigures(house);
	const metrics = await serveMetrics(config);
	const work = openWork(house);
	work.start();
	await greet(config, house);

	const close = async () => {
		app.beginClosing();
		await pause(config.drainMs);
		await finishRequests(app.server, 10_000);
		await work.stop();
		await app.close();
		await metrics?.close();
		await store.close();
	};
	closeOnSignal(log, { close, longestMs: config.drainMs + 15_000 });
}

/** Says where the site is, where the data lies and how to become the first administrator. */
async function greet(config: Config, house: WholeHouse): Promise<void> {
	const link = await firstAdministratorLink(house);
	const where = config.databaseUrl ? 'PostgreSQL' : join(config.dataDir, 'hoc.sqlite');
	process.stdout.write(
		[
			'',
			`  Bình dân học vụ số: ${config.origin}`,
			`  Dữ liệu / data:     ${where}`,
			`  Khóa / keys:        ${join(config.dataDir, 'keys')}`,
			...(link
				? [
						`  Quản trị viên đầu tiên, đường dẫn dùng một lần / first administrator, one-time link:`,
						`    ${config.origin}${link}`
					]
				: []),
			'',
			''
		].join('\n')
	);
}

main().catch((error: unknown) => {
	const known =
		error instanceof ConfigError || error instanceof Obstacle || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
	process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack)}\n`);
	process.exit(1);
});
