import { readMigrationFiles } from 'drizzle-orm/migrator';
import { join } from 'node:path';
import pg from 'pg';
import { Obstacle } from '../obstacle.ts';
import { countApplied, readJournal } from './migrations.ts';
import { inGroups, listed, quoted, type Building, type Row, type Snapshot, type Value } from './rows.ts';
import { shapeAt, type ColumnShape, type Kind, type Shape, type TableShape } from './shape.ts';

/** Any number will do, as long as nothing else in this database locks the same one. */
export const migrationLock = 757_2025;
/** What the connections of a running server are called. */
export const serverName = 'bdhvs';

/** When the youngest migration of this database was written, or null where none has run. */
export async function youngestOnPostgres(client: pg.ClientBase): Promise<number | null> {
	const found = await client.query("select to_regclass('drizzle.__drizzle_migrations') is not null as known");
	if (!(found.rows[0] as { known: boolean }).known) return null;
	const { rows } = await client.query('select max(created_at) as last from drizzle.__drizzle_migrations');
	const { last } = rows[0] as { last: string | null };
	return last === null ? null : Number(last);
}

/** Whether a server of this platform is connected to the database. */
export async function isServed(url: string): Promise<boolean> {
	const client = await connect(url);
	const { rows } = await client
		.query('select 1 from pg_stat_activity where datname = current_database() and application_name = $1', [serverName])
		.finally(() => client.end());
	return rows.length > 0;
}

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url, application_name: 'bdhvs-rows' });
	// A connection that breaks while it is idle says so at the next query.
	client.on('error', () => undefined);
	await client.connect();
	return client;
}

/** Reads a PostgreSQL database while others write to it, as it stood when the transaction began. */
export async function snapshotPostgres(url: string, root: string): Promise<Snapshot> {
	const client = await connect(url);
	try {
		await client.query('begin isolation level repeatable read read only');
		const count = countApplied(readJournal(join(root, 'postgres')), await youngestOnPostgres(client));
		return { shape: shapeAt(count, root), rows: (table) => readRows(client, table), close: () => client.end() };
	} catch (error) {
		await client.end();
		throw error;
	}
}

async function* readRows(client: pg.Client, table: TableShape): AsyncGenerator<Row> {
	const columns = table.columns.map(({ name, kind }) => (kind === 'json' ? `${quoted(name)}::text` : quoted(name)));
	const order = table.key.map(({ name, kind }) => quoted(name) + (kind === 'text' ? ' collate "C"' : ''));
	const query = `select ${columns.join(', ')} from ${quoted(table.name)} order by ${order.join(', ')}`;
	await client.query(`declare reading no scroll cursor for ${query}`);
	for (;;) {
		const { rows } = await client.query<unknown[]>({ text: 'fetch 500 from reading', rowMode: 'array' });
		for (const row of rows) yield table.columns.map(({ kind }, i) => fromPostgres(kind, row[i]));
		if (rows.length === 0) break;
	}
	await client.query('close reading');
}

function fromPostgres(kind: Kind, value: unknown): Value {
	if (value instanceof Date) return value.toISOString();
	// int8 arrives as text
	return kind === 'integer' && typeof value === 'string' ? Number(value) : (value as Value);
}

/**
 * A database as the first migrations make it, to be filled in one transaction. It must hold none of our tables, unless
 * `aside` names the schema into which what is there is moved.
 */
export async function buildPostgres(
	url: string,
	means: { count: number; root: string; aside?: string }
): Promise<Building> {
	const client = await connect(url);
	try {
		await client.query('select pg_advisory_lock($1)', [migrationLock]);
		await client.query('begin');
		const shape = shapeAt(means.count, means.root);
		await makeRoom(client, shape, means.aside);
		await applyMigrations(client, means.count, join(means.root, 'postgres'));
		const references = await takeReferences(client);
		const indexes = await takeIndexes(client);
		await clear(client, shape);
		return {
			shape,
			rows: (table) => readRows(client, table),
			load: (table, rows) => load(client, table, rows),
			async finish() {
				// What has to be sorted is sorted in memory as far as that goes; nobody else is here yet.
				await client.query("set local maintenance_work_mem = '256MB'");
				for (const rule of indexes) await client.query(rule);
				for (const { table, name, rule } of references)
					await client.query(`alter table ${table} add constraint ${quoted(name)} ${rule}`);
				await client.query('commit');
				// Until its own housekeeping comes round, PostgreSQL would plan for tables that are empty.
				await client.query('analyze');
			},
			// The end of the session lets go of the lock and takes back what was not committed.
			close: () => client.end()
		};
	} catch (error) {
		await client.end();
		throw explained(error);
	}
}

/** True where the database holds tables of ours. */
async function isTaken(client: pg.Client, shape: Shape): Promise<boolean> {
	if ((await youngestOnPostgres(client)) !== null) return true;
	const names = shape.tables.map(({ name }) => name);
	const found = await client.query(
		'select 1 from pg_tables where schemaname = current_schema() and tablename = any($1)',
		[names]
	);
	return found.rows.length > 0;
}

async function makeRoom(client: pg.Client, shape: Shape, aside: string | undefined): Promise<void> {
	if (!(await isTaken(client, shape))) return;
	if (!aside)
		throw new Obstacle(
			'Cơ sở dữ liệu PostgreSQL này đã có dữ liệu; không ghi đè. Dùng một cơ sở dữ liệu trống. / This PostgreSQL database holds data already and is not written over. Use an empty one.'
		);
	const { rows } = await client.query('select current_schema() as name');
	const schema = quoted((rows[0] as { name: string }).name);
	await client.query(`alter schema ${schema} rename to ${quoted(aside)}`);
	if ((await youngestOnPostgres(client)) !== null)
		await client.query(`alter schema drizzle rename to ${quoted(`${aside}_drizzle`)}`);
	await client.query(`create schema ${schema}`);
	const extensions = await client.query('select extname from pg_extension where extnamespace = $1::regnamespace', [
		quoted(aside)
	]);
	for (const { extname } of extensions.rows as { extname: string }[])
		await client.query(`alter extension ${quoted(extname)} set schema ${schema}`);
}

async function applyMigrations(client: pg.Client, count: number, folder: string): Promise<void> {
	await client.query('create schema if not exists drizzle');
	await client.query(
		'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)'
	);
	for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: folder }).slice(0, count)) {
		for (const statement of sql) await client.query(statement);
		await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
			hash,
			folderMillis
		]);
	}
}

interface Reference {
	table: string;
	name: string;
	rule: string;
}

/** Takes the foreign keys off while rows are loaded: rows may refer to rows that come later. */
async function takeReferences(client: pg.Client): Promise<Reference[]> {
	const { rows } = await client.query<Reference>(
		`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as rule
		from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`
	);
	for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
	return rows;
}

/** Takes off the indexes that only make finding quicker: made over all rows at the end they cost less. Gives how. */
async function takeIndexes(client: pg.Client): Promise<string[]> {
	const { rows } = await client.query<{ name: string; rule: string }>(
		`select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as rule
		from pg_index join pg_class on pg_class.oid = indrelid
		where not indisunique and relnamespace = current_schema()::regnamespace`
	);
	for (const { name } of rows) await client.query(`drop index ${name}`);
	return rows.map(({ rule }) => rule);
}

/** Rows that a migration brings along come again with the rows that are loaded. */
async function clear(client: pg.Client, shape: Shape): Promise<void> {
	for (const { name } of shape.tables) {
		const { rows } = await client.query(`select 1 from ${quoted(name)} limit 1`);
		if (rows.length > 0) await client.query(`delete from ${quoted(name)}`);
	}
}

async function load(client: pg.Client, table: TableShape, rows: AsyncIterable<Row>): Promise<number> {
	const name = quoted(table.name);
	const columns = listed(table.columns);
	const text = `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1::json)`;
	let count = 0;
	// While the database writes one group, the next is made.
	let writing: Promise<unknown> = Promise.resolve();
	for await (const group of inGroups(rows)) {
		const records = group.map((row) =>
			Object.fromEntries(table.columns.map((column, i) => [column.name, told(column, row[i])]))
		);
		const values = [JSON.stringify(records)];
		await writing;
		writing = client.query(text, values);
		writing.catch(() => undefined); // told where it is waited for
		count += group.length;
	}
	await writing;
	return count;
}

/** A value as `json_populate_recordset` takes it: JSON columns as what they hold. */
function told({ kind }: ColumnShape, value: Value | undefined): unknown {
	return kind === 'json' && typeof value === 'string' ? JSON.parse(value) : value;
}

/** What PostgreSQL says about rights, in words that say which ones are needed. */
function explained(error: unknown): unknown {
	if ((error as { code?: string }).code !== '42501') return error;
	return new Obstacle(
		`Người dùng PostgreSQL cần là chủ của cơ sở dữ liệu / the PostgreSQL user must own the database: ${(error as Error).message}`
	);
}
