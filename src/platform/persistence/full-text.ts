import { getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { dialect } from '../config.ts';

/** Words of letters and digits only, folded: nothing in them means anything to a query language. */
export interface WantedWords {
	readonly words: readonly string[];
	/** The last word may be the beginning of one. */
	readonly begins: boolean;
	/** The words must follow one another. */
	readonly together?: boolean;
	/** Looks in the title alone, not in the whole text. */
	readonly inTitle?: boolean;
}

/**
 * True for the rows whose text holds all the words. `row` is the number of a table's rows; its migration keeps a
 * full-text index of the columns `title` and `body`: on SQLite an FTS5 table `…_index`, on PostgreSQL the columns
 * `title_words` and `all_words`.
 */
export function holdsWords(row: PgColumn, wanted: WantedWords): SQL {
	if (dialect === 'postgres') {
		const words = sql.identifier(wanted.inTitle ? 'title_words' : 'all_words');
		return sql`${row.table}.${words} @@ to_tsquery('simple', ${postgresQuery(wanted)})`;
	}
	const index = sql.identifier(`${getTableName(row.table)}_index`);
	return sql`${row} in (select rowid from ${index} where ${index} match ${sqliteQuery(wanted)})`;
}

function postgresQuery({ words, begins, together }: WantedWords): string {
	return words.join(together ? ' <-> ' : ' & ') + (begins ? ':*' : '');
}

function sqliteQuery({ words, begins, together, inTitle }: WantedWords): string {
	const query = together ? `"${words.join(' ')}"` : words.map((word) => `"${word}"`).join(' AND ');
	return `${inTitle ? 'title : ' : ''}(${query}${begins ? ' *' : ''})`;
}
