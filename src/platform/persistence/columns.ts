import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { dialect } from '../config.ts';

const postgresColumns = {
	table: pg.pgTable,
	text: () => pg.text(),
	integer: () => pg.integer(),
	flag: () => pg.boolean(),
	instant: () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
	json: <T>() => pg.jsonb().$type<T>(),
	index: pg.index,
	uniqueIndex: pg.uniqueIndex,
	primaryKey: pg.primaryKey
};

const sqliteColumns = {
	table: lite.sqliteTable,
	text: () => lite.text(),
	integer: () => lite.integer(),
	flag: () => lite.integer({ mode: 'boolean' }),
	instant: () => lite.integer({ mode: 'timestamp_ms' }),
	json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
	index: lite.index,
	uniqueIndex: lite.uniqueIndex,
	primaryKey: lite.primaryKey
};

/**
 * Column builders for whichever database this process speaks, typed as PostgreSQL, the stricter of the two:
 * what compiles against these types runs on both.
 */
export const { table, text, integer, flag, instant, json, index, uniqueIndex, primaryKey } =
	dialect === 'postgres' ? postgresColumns : (sqliteColumns as unknown as typeof postgresColumns);
