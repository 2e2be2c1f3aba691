import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { databaseCode, mustRunAgain } from './dialect.ts';
import { prepareMigration, type MigrationMeans } from './migrations.ts';
import { migrationLock, serverName, youngestOnPostgres } from './postgres-rows.ts';
import { migrationsFolder, type Store, type Writer } from './store.ts';
import { DatabaseUnreachable, isBrokenConnection, isLostConnection } from './trouble.ts';

const tries = 12;
/** From this try on a transaction runs alone: whoever keeps meeting others comes through. */
const firstAlone = 4;
/** Shared by all that run beside each other, whichever process they are of; who runs alone has it for herself. */
const turnLock = migrationLock + 1;
/** A connection that was lost before the COMMIT is tried again this often: a server that restarts is back by then. */
const triesWithoutConnection = 5;
/** … but nobody waits longer than this before being told. */
const longestRetryMs = 3_000;

/** Nobody waits for ever: not for a connection, not for a statement, not for a server that went silent. */
const limits = {
	max: 16,
	connectionTimeoutMillis: 5_000,
	statement_timeout: 15_000,
	idle_in_transaction_session_timeout: 20_000,
	query_timeout: 20_000,
	keepAlive: true
};

/** Serializable transactions that run again after a conflict, so that PostgreSQL keeps the promise SQLite keeps. */
export async function openPostgres(url: string, migrations: MigrationMeans = {}): Promise<Store> {
	const pool = new pg.Pool({ connectionString: url, application_name: serverName, ...limits, onConnect: prepare });
	// A connection that breaks is replaced at its next use; unheard, the event would end the process.
	pool.on('error', () => undefined);
	return {
		read: drizzle(pool, { casing: 'snake_case' }),
		async transact(work) {
			const startedAt = performance.now();
			for (let attempt = 1; ; attempt++) {
				const way = { committing: false, startedAt, attempt };
				try {
					return await runOnce(pool, work, way);
				} catch (error) {
					if (!mayRunAgain(error, way)) throw error;
					await pause(isLostConnection(error) ? attempt + 3 : attempt);
				}
			}
		},
		async ping() {
			await pool.query('select 1');
		},
		migrate: () => migrateAlone(url, migrations),
		close: () => pool.end()
	};
}

/** Makes a connection ready before its first use; one that can't be made so is none. */
async function prepare(client: pg.ClientBase): Promise<void> {
	client.on('error', () => undefined);
	// A scan of a whole table, which the planner prefers while tables are small, conflicts with every write to it.
	await client.query('set enable_seqscan = off');
}

/** How far a transaction has come. */
interface Way {
	committing: boolean;
	readonly startedAt: number;
	readonly attempt: number;
}

/**
 * A conflict is told by the server, which has then kept nothing. A connection that is lost before COMMIT was sent has
 * kept nothing either; after that nobody knows, and to run it blindly could do it twice: the caller is told, and asks again.
 */
function mayRunAgain(error: unknown, { attempt, committing, startedAt }: Way): boolean {
	if (mustRunAgain(error)) return attempt < tries;
	if (committing || performance.now() - startedAt > longestRetryMs) return false;
	return isLostConnection(error) && attempt < triesWithoutConnection;
}

const writers = new WeakMap<pg.PoolClient, Writer>();

function writerOn(client: pg.PoolClient): Writer {
	let writer = writers.get(client);
	if (!writer) writers.set(client, (writer = drizzle(client, { casing: 'snake_case' })));
	return writer;
}

async function runOnce<T>(pool: pg.Pool, work: (tx: Writer) => Promise<T>, way: Way): Promise<T> {
	const client = await reached(pool.connect());
	let broken = true;
	let alone = false;
	try {
		alone = way.attempt >= firstAlone && (await reached(goAlone(client)));
		const beside = alone ? '' : `; select pg_advisory_xact_lock_shared(${turnLock})`;
		await reached(client.query(`begin isolation level serializable${beside}`));
		const result = await work(writerOn(client));
		way.committing = true;
		await reached(client.query('commit'));
		broken = false;
		return result;
	} catch (error) {
		broken = await hasFailed(client.query('rollback'));
		throw error;
	} finally {
		if (alone && !broken) broken = await hasFailed(client.query(`select pg_advisory_unlock(${turnLock})`));
		client.release(broken); // a broken one is thrown away, and its locks with it
	}
}

/**
 * Waits until no other runs; false where one takes too long: all that come later wait meanwhile. Before it begins, so that
 * it sees what the others did.
 */
async function goAlone(client: pg.PoolClient): Promise<boolean> {
	try {
		await client.query(`set lock_timeout = '1s'; select pg_advisory_lock(${turnLock}); reset lock_timeout`);
		return true;
	} catch (error) {
		if (databaseCode(error) === '55P03') return false; // and the limit is as it was: the three are one
		throw error;
	}
}

const hasFailed = (asked: Promise<unknown>): Promise<boolean> =>
	asked.then(
		() => false,
		() => true
	);

/** Tells a connection that broke from an answer of the database. */
async function reached<T>(asked: Promise<T>): Promise<T> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof Error && !(error instanceof pg.DatabaseError) && isBrokenConnection(error))
			throw new DatabaseUnreachable(error.message, { cause: error });
		throw error;
	}
}

/** On a connection of its own: a migration may take longer than any request. */
async function migrateAlone(url: string, migrations: MigrationMeans): Promise<void> {
	const folder = migrations.folder ?? migrationsFolder;
	const client = new pg.Client({ connectionString: url, application_name: serverName });
	await client.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [migrationLock]);
		await prepareMigration(migrations, folder, await youngestOnPostgres(client));
		await migrate(drizzle(client, { casing: 'snake_case' }), { migrationsFolder: folder });
	} finally {
		await client.end(); // and with it the lock
	}
}

/** Waits a little longer each time, by a different amount in each process. */
function pause(attempt: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** Math.min(attempt, 7)));
}
