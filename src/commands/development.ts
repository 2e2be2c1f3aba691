import type { IncomingMessage, ServerResponse } from 'node:http';
import { openWork } from '../background.ts';
import { composeHouse, createApp } from '../compose.ts';
import { firstAdministratorLink } from '../identity/index.ts';
import { systemClock } from '../platform/clock.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { openFacts } from '../platform/facts.ts';
import { consoleLog } from '../platform/log.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets } from '../platform/secrets.ts';

/** Starts the API for `npm run dev`; Vite answers the pages. */
export async function startApi() {
	const config = readConfig();
	makeDataDir(config);
	const log = consoleLog(config);
	const store = await openStore(config);
	await store.migrate();
	const facts = openFacts({ store, clock: systemClock, log });
	const house = await composeHouse({ store, clock: systemClock, config, facts, secrets: openSecrets(config), log });
	const app = await createApp(house);
	await app.ready();
	const work = openWork(house);
	work.start();
	const link = await firstAdministratorLink(house);
	if (link) process.stdout.write(`  first administrator: ${config.origin}${link}\n`);
	return {
		answer: (request: IncomingMessage, response: ServerResponse) => app.routing(request, response),
		compile: () => house.catalog.compile(),
		async stop() {
			await work.stop();
			await app.close();
			await store.close();
		}
	};
}
