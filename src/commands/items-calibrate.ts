import { createCatalog, provideQuestionTypes } from '../catalog/index.ts';
import { systemClock } from '../platform/clock.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { consoleLog } from '../platform/log.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { questionTypes } from '../question-types/index.ts';
import { calibrateDatabase } from './calibrate-database.ts';
import { calibrateFile } from './calibrate-file.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run items:calibrate: finds out from answers how hard and how sharp the questions are, and keeps it in the database;
 * the server may run meanwhile, and takes it up by itself.
 *   -- --model rasch    one sharpness for all; otherwise 2pl, one for each
 *   -- --at-least 30    questions with fewer answers keep what they have
 * From a file into a file, without the database:
 *   -- --answers FILE   CSV with the columns learner,question,right (1 or 0)
 *   -- --to FILE        where the parameters go, as JSON
 *   -- --earlier FILE   such a file from before: the new parameters stay on its scale
 */
async function main(): Promise<void> {
	const { answers, to, earlier, ...given } = optionsOf({
		...{ answers: 'string', to: 'string', earlier: 'string' },
		...{ model: 'string', 'at-least': 'string' }
	});
	provideQuestionTypes(questionTypes);
	const how = { model: modelOf(given.model), atLeast: wholeOf(given['at-least'] ?? '30') };
	if (!answers && !to && !earlier) return fromDatabase(how);
	if (!answers || !to)
		throw new Obstacle('Cần --answers TỆP.csv --to TỆP.json / needed: --answers FILE.csv --to FILE.json');
	return calibrateFile({ answers, to, earlier }, how);
}

async function fromDatabase(how: { model: 'rasch' | '2pl'; atLeast: number }): Promise<void> {
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const means = { store, clock: systemClock, config, log: consoleLog(config) };
		const catalog = createCatalog(means);
		await catalog.load();
		(await calibrateDatabase({ ...means, catalog }, how)).forEach(say);
	} finally {
		await store.close();
	}
}

function modelOf(given = '2pl'): 'rasch' | '2pl' {
	if (given === 'rasch' || given === '2pl') return given;
	throw new Obstacle(`--model rasch | 2pl: không có / there is no ${given}`);
}

function wholeOf(given: string): number {
	if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
	throw new Obstacle(`--at-least: cần một số nguyên từ 1 / a whole number from 1 on is needed, not ${given}`);
}

await runCommand(main);
