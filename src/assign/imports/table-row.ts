import type { OddCell } from './odd-cells.ts';

/** A row of a table that is not blank; `odd` says of some cells why nothing can be read in them. */
export interface TableRow {
	readonly line: number;
	readonly cells: readonly string[];
	readonly odd?: Readonly<Record<number, OddCell>>;
}
