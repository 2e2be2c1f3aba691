import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { mustRunAgain } from './dialect.ts';
import { prepareMigration, type MigrationMeans } from './migrations.ts';
import { migrationLock, serverName, youngestOnPostgres } from './postgres-rows.ts';
import { migrationsFolder, type Store, type Writer } from './store.ts';

const tries = 12;

/** Serializable transactions that run again after a conflict, so that PostgreSQL keeps the promise SQLite keeps. */
export async function openPostgres(url: string, migrations: MigrationMeans = {}): Promise<Store> {
	const pool = new pg.Pool({ connectionString: url, max: 16, application_name: serverName });
	// An idle connection that breaks is replaced at its next use; unheard, the event would end the process.
	pool.on('error', () => undefined);
	const database = drizzle(pool, { casing: 'snake_case' });
	return {
		read: database,
		async transact(work) {
			for (let attempt = 1; ; attempt++) {
				try {
					return await database.transaction((tx) => work(tx as unknown as Writer), {
						isolationLevel: 'serializable'
					});
				} catch (error) {
					if (!mustRunAgain(error) || attempt === tries) throw error;
					await pause(attempt);
				}
			}
		},
		async migrate() {
			const folder = migrations.folder ?? migrationsFolder;
			const client = await pool.connect();
			try {
				await client.query('select pg_advisory_lock($1)', [migrationLock]);
				await prepareMigration(migrations, folder, await youngestOnPostgres(client));
				await migrate(drizzle(client, { casing: 'snake_case' }), { migrationsFolder: folder });
			} finally {
				await client.query('select pg_advisory_unlock($1)', [migrationLock]);
				client.release();
			}
		},
		close: () => pool.end()
	};
}

/** Waits a little longer each time, by a different amount in each process. */
function pause(attempt: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** Math.min(attempt, 6)));
}
