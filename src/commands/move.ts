import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { moveRows } from '../platform/backup/move-rows.ts';
import { readConfig } from '../platform/config.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { databaseFile, databaseOf, type Database } from '../platform/persistence/databases.ts';
import { optionsOf, runCommand, say } from './command.ts';

/** npm run move -- --to postgres://… or --to sqlite:FOLDER: from the database of the settings into another, empty one. */
await runCommand(async () => {
	const { to = '' } = optionsOf({ to: 'string' });
	const config = readConfig();
	const target = databaseAt(to);
	const compared = await moveRows(databaseOf(config), target, { tell: say });
	say('');
	for (const { table, rows, sha256 } of compared)
		say(`${table.padEnd(24)} ${String(rows).padStart(9)} = ${String(rows).padStart(9)}  ${sha256.slice(0, 16)}`);
	say('');
	if (target.kind === 'postgres') return say('Đặt DATABASE_URL rồi khởi động lại. / Set DATABASE_URL and start again.');
	const folder = resolve(to.slice('sqlite:'.length));
	takeAlong(config.dataDir, folder);
	say(
		`Bỏ DATABASE_URL, đặt DATA_DIR=${folder} rồi khởi động lại. / Unset DATABASE_URL, set DATA_DIR=${folder}, start again.`
	);
});

function databaseAt(address: string): Database {
	if (/^postgres(ql)?:\/\//.test(address)) return { kind: 'postgres', url: address };
	if (!address.startsWith('sqlite:'))
		throw new Obstacle('Cần / needed: --to postgres://user:password@host/database, hoặc / or --to sqlite:FOLDER');
	const folder = resolve(address.slice('sqlite:'.length));
	const file = databaseFile({ dataDir: folder });
	if (existsSync(file))
		throw new Obstacle(
			`Đã có ${file}; không ghi đè. / ${basename(file)} is there already and is not written over: ${file}`
		);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return { kind: 'sqlite', file };
}

/** Keys, media and stored files go along where the new database lies in another folder; nothing there is written over. */
function takeAlong(from: string, to: string): void {
	if (from === to) return;
	for (const name of ['keys', 'media', 'files'])
		if (existsSync(join(from, name)))
			cpSync(join(from, name), join(to, name), { recursive: true, force: false, preserveTimestamps: true });
}
