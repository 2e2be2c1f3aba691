import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { consoleLog } from '../log.ts';
import { Obstacle, reasonOf } from '../obstacle.ts';
import { databaseFile } from '../persistence/databases.ts';
import type { BeforeMigration } from '../persistence/migrations.ts';
import { copySqlite } from '../persistence/sqlite-rows.ts';
import { backupsFolder, stamp } from './files.ts';
import type { BackupMeans } from './write-backup.ts';

const keptCopies = 5;

/**
 * What happens before a migration changes a database that is in use: it is copied into DATA_DIR/backups, and only the
 * newest copies stay. Where it can't be copied, it is not migrated.
 */
export function copyBefore(config: Config, root?: string): BeforeMigration {
	return async (next) => {
		const now = new Date();
		const folder = backupsFolder(config);
		const file = join(folder, `before-${next}-${stamp(now)}${config.databaseUrl ? '.backup.tar.gz' : '.sqlite'}`);
		try {
			mkdirSync(folder, { recursive: true, mode: 0o700 });
			if (config.databaseUrl) await copyRows({ config, now, root, tell: () => undefined }, file);
			else await copySqlite(databaseFile(config), file);
		} catch (error) {
			throw new Obstacle(
				`Chưa nâng cấp cơ sở dữ liệu, vì không sao lưu trước được; dữ liệu còn nguyên. / The database was not migrated, because it could not be backed up first; nothing has changed: ${reasonOf(error)}`
			);
		}
		consoleLog(config).info({ file }, 'the database was copied before it is migrated');
		keepNewest(folder);
	};
}

/** Only loaded where it is needed: a server that starts as usual writes no archive. */
async function copyRows(means: BackupMeans, file: string): Promise<void> {
	const { writeRowsBackup } = await import('./write-backup.ts');
	await writeRowsBackup(means, file);
}

function keepNewest(folder: string): void {
	const time = (name: string) => /\d{4}-\d\d-\d\dT\d{6}Z/.exec(name)?.[0] ?? '';
	const copies = readdirSync(folder)
		.filter((name) => /^before-\d{4}_.*\.(sqlite|backup\.tar\.gz)$/.test(name))
		.sort((a, b) => (time(a) < time(b) ? 1 : -1));
	for (const name of copies.slice(keptCopies)) rmSync(join(folder, name));
}
