import { and, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { liesAnywhereWithin, liesWithin, withPrefix } from './persistence/dialect.ts';
import type { Reader, Writer } from './persistence/store.ts';

/** A place, as rows name it: by its id, and by its path for whoever may see them. */
interface PlaceRef {
	readonly id: string;
	readonly path: string;
	readonly name: string;
}

/** One place going into another. */
interface Going {
	readonly from: PlaceRef;
	readonly into: PlaceRef;
	readonly at: Date;
}

/** One kind of thing that a room keeps at places, and how it goes along when a place goes into another. */
export interface PlaceMove {
	/** The last part of a message's key: `places.moves-…`. */
	readonly what: string;
	/** A place that holds such can't simply end. */
	readonly living: boolean;
	readonly rows: AtPaths;
	/** Which of the rows count; all without it. */
	readonly standing?: SQL;
	/** Nothing is lost: where two can't stand side by side, the room says how both are kept. */
	move(tx: Writer, going: Going): Promise<void>;
}

/** A table whose rows stand at one place, which they name by its path at least. */
type AtPaths = PgTable & { readonly placePath: PgColumn };
type AtPlaces = AtPaths & { readonly placeId: PgColumn };

/** How many of a kind stand at a place itself. */
export function countAt(reader: Reader, { rows, standing }: PlaceMove, path: string): Promise<number> {
	return reader.$count(rows, and(eq(rows.placePath, path), standing));
}

/** How many of a kind stand at a place or at anything below it. */
export function countWithin(reader: Reader, { rows, standing }: PlaceMove, path: string): Promise<number> {
	return reader.$count(rows, and(liesAnywhereWithin(rows.placePath, path), standing));
}

/** The move of a table whose rows simply stand at the other place afterwards. */
export function plainMove(what: string, living: boolean, rows: AtPlaces): PlaceMove {
	// By the path too: that is what an index finds among all rows there are.
	const at = ({ id, path }: PlaceRef) => and(eq(rows.placePath, path), eq(rows.placeId, id));
	return {
		...{ what, living, rows },
		async move(tx, { from, into }) {
			await tx.update(rows).set({ placeId: into.id, placePath: into.path }).where(at(from));
		}
	};
}

/**
 * A table whose rows carry the path of their place, in columns whose names end so. Each room declares its own: where a
 * place comes to lie elsewhere, the paths at and below it change everywhere at once.
 */
export type PathTable = PgTable;

/** Rewrites the paths at and below a place that comes to lie elsewhere, in every one of these tables. */
export async function carryPaths(
	tx: Writer,
	tables: readonly PathTable[],
	change: { from: string; to: string }
): Promise<void> {
	for (const table of tables)
		for (const [name, column] of Object.entries(getTableColumns(table)))
			if (/path$/i.test(name))
				await tx
					.update(table)
					.set({ [name]: withPrefix(column, change) })
					.where(liesWithin(column, [change.from]));
}

/** Which of these paths some row of these tables carries: somebody or something is at the places themselves. */
export async function pathsNamed(
	reader: Reader,
	tables: readonly PathTable[],
	paths: readonly string[]
): Promise<Set<string>> {
	const named = new Set<string>();
	if (paths.length === 0) return named;
	for (const table of tables)
		for (const [name, column] of Object.entries(getTableColumns(table)))
			if (/path$/i.test(name))
				for (const row of await reader
					.selectDistinct({ path: column })
					.from(table)
					.where(inArray(column, [...paths])))
					named.add(String(row.path));
	return named;
}
