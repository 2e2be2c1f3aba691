import Database from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import type { Config } from '../../src/platform/config.ts';
import { aHouse } from '../support/a-house.ts';

interface Key {
	readonly name: string;
	readonly sorts: string;
}

/** The columns of indexes that hold a path or a sort key, and by what each of them is sorted. */
async function keysOf(config: Config): Promise<Key[]> {
	if (config.databaseUrl === null) {
		const database = new Database(join(config.dataDir, 'hoc.sqlite'), { readonly: true });
		const keys = database.prepare<[], Key>(
			`select i.tbl_name || '.' || c.name as name, c.coll as sorts
			from sqlite_schema i join pragma_index_xinfo(i.name) c
			where i.type = 'index' and (c.name like '%path' or c.name = 'name_sort')`
		);
		const found = keys.all();
		database.close();
		return found;
	}
	const client = new pg.Client(config.databaseUrl);
	await client.connect();
	const { rows } = await client.query<Key>(
		`select i.indrelid::regclass || '.' || a.attname as name, c.collname as sorts
		from pg_index i
		join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
		join pg_collation c on c.oid = a.attcollation
		where i.indrelid::regclass::text not like 'pg_%' and (a.attname like '%path' or a.attname = 'name_sort')`
	);
	await client.end();
	return rows;
}

it('an index finds what begins with a path, and gives names in their order: both are sorted by their bytes', async () => {
	const { config } = await aHouse();
	const keys = await keysOf(config);
	expect(keys.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['accounts.place_path', 'accounts.name_sort', 'memberships.place_path', 'duties.place_path'])
	);
	expect(keys.filter(({ sorts }) => sorts !== (config.databaseUrl === null ? 'BINARY' : 'C'))).toEqual([]);
});
