import { copyBefore } from '../backup/before-migration.ts';
import type { Config } from '../config.ts';
import { databaseFile } from './databases.ts';
import { measured } from './measured.ts';
import type { Store } from './store.ts';

/** Opens the database named by the settings: PostgreSQL where DATABASE_URL is set, otherwise SQLite in DATA_DIR. */
export async function openStore(config: Config): Promise<Store> {
	const migrations = { before: copyBefore(config) };
	if (config.databaseUrl) {
		const { openPostgres } = await import('./postgres.ts');
		return measured(await openPostgres(config.databaseUrl, migrations));
	}
	const { openSqlite } = await import('./sqlite.ts');
	return measured(await openSqlite(databaseFile(config), migrations));
}
