import type { Place } from '../../places/index.ts';
import type { House } from '../../platform/house.ts';
import type { PathTable } from '../../platform/place-moves.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { Headings } from './columns.ts';
import type { ImportRow, LineRow } from './queries.ts';
import type { TableRow } from './table-row.ts';

/** Where each column of a file stands. */
export type Columns = ReadonlyMap<string, number>;

/** What a file is checked against. */
export interface Checking {
	readonly place: Place;
	readonly at: Columns;
	readonly rows: readonly TableRow[];
	readonly now: Date;
}

/** What is found out about a row. */
export type CheckedLine = Pick<LineRow, 'line' | 'part' | 'cells' | 'problems'> & { state: 'good' | 'bad' | 'known' };

/** A step of an import, in the transaction it is done in. */
export interface Step {
	readonly row: ImportRow;
	readonly now: Date;
}

/** What is different between one kind of spreadsheet and another; the way in, and back, is the same for all. */
export interface KindOfImport {
	/** Before the keys of its own words in the catalogue. */
	readonly words: string;
	readonly headings: Headings;
	/** Without this column nothing can be read. */
	readonly needed: string;
	/** Headings of a first part of it, which stands to its left where there are two. */
	readonly firstPart?: readonly string[];
	/** Made-up rows for the template; `say` knows the words of the reader's language. */
	samples(say: (key: string) => string): string[][];
	/** Looks at the file as a whole; what comes back says of some rows at a time what is to become of them. */
	checker(reader: Reader, checking: Checking): Promise<(rows: readonly TableRow[]) => Promise<CheckedLine[]>>;
	/** Makes something of these good lines, and whatever they need made first; returns how many lines that were. */
	bringIn(tx: Writer, step: Step & { lines: readonly LineRow[]; facts: House['facts'] }): Promise<number>;
	/** How many things it has made. */
	countMade(reader: Reader, importId: string): Promise<number>;
	/** Lines in these states are of no use once all is in. */
	readonly spent: readonly LineRow['state'][];
	/** Takes back some of what nobody has built on; null where none is left to look at. */
	takeBack(tx: Writer, step: Step & { paths: readonly PathTable[] }): Promise<number | null>;
}
