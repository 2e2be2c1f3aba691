import { like, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { dialect } from '../config.ts';

/** True when the database refused a row because its key exists already; the two databases say so differently. */
export function isUniqueViolation(error: unknown): boolean {
	const code = databaseCode(error);
	return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** True when PostgreSQL asks for the whole transaction to be run again (serialization failure, deadlock). */
export function mustRunAgain(error: unknown): boolean {
	const code = databaseCode(error);
	return code === '40001' || code === '40P01';
}

/** True when PostgreSQL refused a text with a NUL in it, which no text that somebody means holds; SQLite finds nothing under it. */
export function isUnreadableText(error: unknown): boolean {
	return databaseCode(error) === '22021';
}

/** The code of the driver's error; Drizzle wraps it in `cause`. */
export function databaseCode(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	if (typeof code === 'string') return code;
	return databaseCode(cause);
}

/** The column, in a condition by which no index shall be chosen: SQLite, which knows nothing of the rows, may choose badly. */
export function unindexed(column: PgColumn): SQL {
	return dialect === 'sqlite' ? sql`+${column}` : sql`${column}`;
}

/** A sort key column in plain byte order: PostgreSQL would sort text by the rules of its own locale. */
export function inByteOrder(column: PgColumn): SQL {
	return dialect === 'postgres' ? sql`${column} collate "C"` : sql`${column}`;
}

/** The same for few rows, found by something else: no index is walked along for the sake of its order. */
export function inByteOrderOfFew(column: PgColumn): SQL {
	return dialect === 'postgres' ? sql`(${column} || '') collate "C"` : sql`${column}`;
}

/** The rows after one that was shown, in byte order of a sort key and then of the id: a keyset page. */
export function comesAfter(keys: { sort: PgColumn; id: PgColumn }, shown: { sort: string; id: string }): SQL {
	const [sort, id] = [inByteOrder(keys.sort), inByteOrder(keys.id)];
	// The first half is what an index can begin at.
	return sql`(${sort} >= ${shown.sort} and (${sort} > ${shown.sort} or ${id} > ${shown.id}))`;
}

/** True where a folded column contains the text; `%` and `_` in it mean themselves. */
export function contains(column: PgColumn, text: string): SQL {
	const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
	return sql`${column} like ${pattern} escape '\\'`;
}

/** True where a column holds one of these texts, which come as `listOf` writes them: one statement for any number. */
export function isAmong(column: PgColumn, list: Placeholder): SQL {
	return dialect === 'postgres'
		? sql`${column} = any(${list})`
		: sql`${column} in (select value from json_each(${list}))`;
}

/** The same for texts that are at hand, thousands of them. */
export function isOneOf(column: PgColumn, texts: readonly string[]): SQL {
	const list = sql.param(listOf(texts));
	return dialect === 'postgres'
		? sql`${column} = any(${list})`
		: sql`${column} in (select value from json_each(${list}))`;
}

/** True where two columns together hold one of these pairs, hundreds of them, each looked up by itself in an index on both. */
export function isOneOfPairs(
	[first, second]: [PgColumn, PgColumn],
	pairs: readonly (readonly [string, string])[]
): SQL {
	const [firsts, seconds] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
	return dialect === 'postgres'
		? sql`(${first}, ${second}) in (select * from unnest(${sql.param(firsts)}::text[], ${sql.param(seconds)}::text[]))`
		: sql`(${first}, ${second}) in (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)}))`;
}

/** Texts as a list that `isAmong` takes. */
export function listOf(texts: readonly string[]): unknown {
	return dialect === 'postgres' ? texts : JSON.stringify(texts);
}

/** The column's text with another beginning: what came after the old one stays. */
export function withPrefix(column: PgColumn, { from, to }: { from: string; to: string }): SQL {
	return sql`cast(${to} as text) || substr(${column}, cast(${from.length + 1} as integer))`;
}

/** True where a column holds the path of one of these places or of something below it; for no path, never. */
export function liesWithin(column: PgColumn, paths: readonly string[]): SQL {
	return (
		or(
			...paths.map((path) => (dialect === 'sqlite' && isNarrow(path) ? between(column, path) : matches(column, path)))
		) ?? sql`1 = 0`
	);
}

/** The same, for lists that begin with the newest or first of everybody's: rows are looked at in that order. */
export function liesWithinInTurn(column: PgColumn, paths: readonly string[]): SQL {
	return or(...paths.map((path) => matches(column, path))) ?? sql`1 = 0`;
}

/** The same of one place, for counting: the rows need no order, so an index finds them however many there are. */
export function liesAnywhereWithin(column: PgColumn, path: string): SQL {
	return dialect === 'sqlite' ? between(column, path) : matches(column, path);
}

function matches(column: PgColumn, path: string): SQL {
	return like(column, `${path.replace(/[%_\\]/g, '')}%`);
}

/** As a range, which an index finds; `0` is the character after `/`. */
function between(column: PgColumn, path: string): SQL {
	return sql`(${column} >= ${path} and ${column} < ${`${path.slice(0, -1)}0`})`;
}

/**
 * Whether few enough rows lie there to be found by the path and then sorted: below a province. PostgreSQL decides by what
 * it knows of the rows; SQLite can't see a range in a pattern that is bound.
 */
export function isNarrow(path: string): boolean {
	return /^\/[^/]+\/.*\/$/.test(path);
}

/**
 * How work on many people goes on beside learners' answers: how many a transaction, and how long it rests after each, as
 * a share of how long that took. SQLite has one line for all that writes and one thread that reads, so small steps with
 * rests; on PostgreSQL what costs is the way there and back, and others write meanwhile.
 */
export const pace = dialect === 'sqlite' ? { people: 30, rest: 2 / 3 } : { people: 120, rest: 0 };
