import { getTableName, sql, type Placeholder, type SQL } from 'drizzle-orm';
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
 * A table together with its full-text index, to select from. `row` is the number of the table's rows; its migration
 * keeps an index of the columns `title` and `body`: on SQLite an FTS5 table `…_index`, on PostgreSQL the columns
 * `title_words` and `all_words`. SQLite goes through the index first, so it can stop at the limit.
 */
export function withIndex(row: PgColumn): SQL {
	return dialect === 'postgres' ? sql`${row.table}` : sql`${indexOf(row)} cross join ${row.table}`;
}

/** True for the rows of `withIndex(row)` whose title, or whole text, holds the words of a `wantedQuery`. */
export function holdsWords(row: PgColumn, { query, inTitle }: { query: string | Placeholder; inTitle: boolean }): SQL {
	if (dialect === 'postgres') {
		const words = sql.identifier(inTitle ? 'title_words' : 'all_words');
		return sql`${row.table}.${words} @@ to_tsquery('simple', ${query})`;
	}
	const index = indexOf(row);
	return sql`${index} match ${query} and ${row} = ${index}.rowid`;
}

const indexOf = (row: PgColumn) => sql.identifier(`${getTableName(row.table)}_index`);

/** The words in the query language of the database. */
export function wantedQuery({ words, begins, together, inTitle }: WantedWords): string {
	if (dialect === 'postgres') return words.join(together ? ' <-> ' : ' & ') + (begins ? ':*' : '');
	const query = together ? `"${words.join(' ')}"` : words.map((word) => `"${word}"`).join(' AND ');
	return `${inTitle ? 'title : ' : ''}(${query}${begins ? ' *' : ''})`;
}
