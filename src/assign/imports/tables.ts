import { accounts } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { index, instant, integer, json, primaryKey, table, text } from '../../platform/persistence/columns.ts';

/** What a spreadsheet brings in. */
export const importKinds = ['places', 'staff'] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * `useless`: nothing can be read of the file. `checked`: read and told, nothing done yet. `undone`: taken back as far as
 * nobody had built on it.
 */
export const importStates = [
	'checking',
	'useless',
	'checked',
	'running',
	'done',
	'undoing',
	'undone',
	'dropped'
] as const;
export type ImportState = (typeof importStates)[number];

/** Why nothing can be read of a file: the message that says so. */
export interface FileFault {
	code: string;
	values: Record<string, string | number>;
}

/** A spreadsheet on its way in: read, shown, done and perhaps undone. */
export const imports = table(
	'imports',
	{
		id: text().primaryKey(),
		kind: text().$type<ImportKind>().notNull(),
		/** The place or organisation that it is brought into. */
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		by: text()
			.notNull()
			.references(() => accounts.id),
		state: text().$type<ImportState>().notNull(),
		/** The file as it was sent, until its rows are read. */
		fileHash: text(),
		fault: json<FileFault>(),
		rows: integer().notNull(),
		good: integer().notNull(),
		bad: integer().notNull(),
		/** How many rows the running step has gone through. */
		done: integer().notNull(),
		startedAt: instant().notNull(),
		finishedAt: instant(),
		undoneAt: instant(),
		/** Taken up by a process until then. */
		leasedUntil: instant()
	},
	(row) => [index('imports_place').on(row.placePath, row.startedAt), index('imports_state').on(row.state)]
);

/** One thing wrong with a cell: which column, and the message that says so. */
export interface RowProblem {
	column: string;
	code: string;
	values?: Record<string, string | number>;
}

/** The rows of an import as they were read: those that something was made of stay, so that it can be taken back. */
export const importRows = table(
	'import_rows',
	{
		importId: text()
			.notNull()
			.references(() => imports.id),
		/** As the spreadsheet counts, from 1, its heading included. */
		line: integer().notNull(),
		state: text().$type<'good' | 'bad' | 'done' | 'known' | 'undone' | 'kept'>().notNull(),
		/** Good rows of one part go in one after another: what is looked up for one of them serves the next. */
		part: text().notNull().default(''),
		cells: json<Record<string, string>>().notNull(),
		problems: json<RowProblem[]>().notNull(),
		/** What was made of it. */
		madeId: text()
	},
	(row) => [
		primaryKey({ columns: [row.importId, row.line] }),
		index('import_rows_turn').on(row.importId, row.state, row.part, row.line),
		// What was made last is taken back first.
		index('import_rows_made').on(row.importId, row.madeId)
	]
);
