import { join } from 'node:path';
import type { Config } from '../config.ts';
import { measured } from './measured.ts';
import type { Store } from './store.ts';

/** Opens the database named by the settings: PostgreSQL where DATABASE_URL is set, otherwise SQLite in DATA_DIR. */
export async function openStore(config: Config): Promise<Store> {
	if (config.databaseUrl) {
		const { openPostgres } = await import('./postgres.ts');
		return measured(await openPostgres(config.databaseUrl));
	}
	const { openSqlite } = await import('./sqlite.ts');
	return measured(await openSqlite(join(config.dataDir, 'hoc.sqlite')));
}
