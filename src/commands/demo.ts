import { existsSync } from 'node:fs';
import { listLessonsIn, provideQuestionTypes } from '../catalog/index.ts';
import { fillDemo } from '../demo/fill.ts';
import { makeTryLink } from '../identity/index.ts';
import { systemClock } from '../platform/clock.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { say as word } from '../platform/messages/index.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { build, databaseOf } from '../platform/persistence/databases.ts';
import { readJournal } from '../platform/persistence/migrations.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { migrationsFolder } from '../platform/persistence/store.ts';
import { questionTypes } from '../question-types/index.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run demo: fills an empty installation with a made-up province, and prints a link for each role to try.
 *   -- --people 2000000   makes the large one: 102 communes, 3,000 villages (otherwise 600 people in two communes)
 */
await runCommand(async () => {
	const options = optionsOf({ people: 'string' });
	const people = wholeOf(options.people ?? '600');
	provideQuestionTypes(questionTypes);
	const config = readConfig();
	makeDataDir(config);
	const database = databaseOf(config);
	if (database.kind === 'sqlite' && existsSync(database.file))
		throw new Obstacle(
			'Ở đây đã có dữ liệu. Chọn thư mục trống: DATA_DIR=… npm run demo / There is data here already. Choose an empty folder.'
		);
	const startedAt = Date.now();
	const lessons = await listLessonsIn(config.contentDir);
	const building = await build(database, { count: readJournal(migrationsFolder).length });
	let tried;
	try {
		const tell = (count: number) => say(`  ${count.toLocaleString('vi')} người / people`);
		tried = await fillDemo(building, { people, now: systemClock.now(), lessons, tell });
		await building.finish();
	} finally {
		await building.close();
	}
	const store = await openStore(config);
	try {
		say(`\nXong sau ${Math.round((Date.now() - startedAt) / 1000)} giây / done. Bây giờ / now: npm start\n`);
		for (const { as, person } of tried) {
			const path = await makeTryLink({ store, clock: systemClock }, person.accountId);
			say(`${word('vi', `try.as-${as}`)} / ${word('en', `try.as-${as}`)}\n  ${config.origin}${path}`);
		}
	} finally {
		await store.close();
	}
});

function wholeOf(given: string): number {
	const people = /^[1-9]\d{0,7}$/.test(given) ? Number(given) : 0;
	if (people >= 100 && people <= 10_000_000) return people;
	throw new Obstacle(
		`--people: cần một số từ 100 đến 10.000.000 / a number from 100 to 10,000,000 is needed: ${given}`
	);
}
