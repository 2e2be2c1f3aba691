import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { importRows, imports, staffEntries } from '../tables.ts';
import { managers } from '../who-may.ts';

export type ImportRow = typeof imports.$inferSelect;
export type LineRow = typeof importRows.$inferSelect;

/** An import within the actor's places. */
export async function findImport(reader: Reader, actor: Actor, id: string): Promise<ImportRow | undefined> {
	const [row] = await reader
		.select()
		.from(imports)
		.where(and(eq(imports.id, id), withinGrants(actor, managers, imports.placePath)));
	return row;
}

/** The latest imports into a place. */
export function listImports(reader: Reader, placeId: string): Promise<ImportRow[]> {
	return reader
		.select()
		.from(imports)
		.where(eq(imports.placeId, placeId))
		.orderBy(desc(imports.startedAt), desc(imports.id))
		.limit(20);
}

export async function addImport(tx: Writer, row: ImportRow): Promise<void> {
	await tx.insert(imports).values(row);
}

export async function changeImport(tx: Writer, id: string, part: Partial<ImportRow>): Promise<void> {
	await tx.update(imports).set(part).where(eq(imports.id, id));
}

/** Takes up one that is to be brought in or taken back and that no process works on. */
export async function leaseImport(tx: Writer, now: Date, until: Date): Promise<ImportRow | undefined> {
	const [row] = await tx
		.select()
		.from(imports)
		.where(
			and(
				inArray(imports.state, ['running', 'undoing']),
				or(isNull(imports.leasedUntil), lte(imports.leasedUntil, now))
			)
		)
		.orderBy(asc(imports.startedAt))
		.limit(1);
	if (row) await changeImport(tx, row.id, { leasedUntil: until });
	return row;
}

export async function addLines(tx: Writer, rows: readonly LineRow[]): Promise<void> {
	for (let start = 0; start < rows.length; start += 100)
		await tx.insert(importRows).values(rows.slice(start, start + 100));
}

/** Lines of an import in one state, from the top. */
export function listLines(
	reader: Reader,
	{ importId, state, after = 0, limit }: { importId: string; state: LineRow['state']; after?: number; limit: number }
): Promise<LineRow[]> {
	return reader
		.select()
		.from(importRows)
		.where(and(eq(importRows.importId, importId), eq(importRows.state, state), gt(importRows.line, after)))
		.orderBy(asc(importRows.line))
		.limit(limit);
}

/** Good lines up to this one are done. */
export async function finishLines(tx: Writer, importId: string, lastLine: number): Promise<void> {
	await tx
		.update(importRows)
		.set({ state: 'done' })
		.where(and(eq(importRows.importId, importId), eq(importRows.state, 'good'), lte(importRows.line, lastLine)));
}

/** Lines in these states are of no use any more. */
export async function dropLines(tx: Writer, importId: string, states: LineRow['state'][]): Promise<void> {
	await tx.delete(importRows).where(and(eq(importRows.importId, importId), inArray(importRows.state, states)));
}

/** How many entries an import made that are still as it made them or were recognised. */
export async function countMade(reader: Reader, importId: string): Promise<number> {
	const [row] = await reader.select({ made: count() }).from(staffEntries).where(eq(staffEntries.importId, importId));
	return row?.made ?? 0;
}

/** Entries of an import that nobody has built on. */
export async function listUntouched(reader: Reader, importId: string, limit: number): Promise<string[]> {
	const rows = await reader
		.select({ id: staffEntries.id })
		.from(staffEntries)
		.where(and(eq(staffEntries.importId, importId), isNull(staffEntries.learnerId), isNull(staffEntries.endedAt)))
		.limit(limit);
	return rows.map(({ id }) => id);
}

/** Imports whose checking a process did not finish are dropped: the file is gone with it. */
export async function dropUnfinished(tx: Writer, now: Date): Promise<void> {
	await tx
		.update(imports)
		.set({ state: 'dropped', finishedAt: now })
		.where(and(eq(imports.state, 'checking'), lte(imports.leasedUntil, now)));
}

/** So many more rows are done, and the lease goes on. */
export async function countOn(tx: Writer, id: string, { by, leasedUntil }: { by: number; leasedUntil: Date }) {
	await tx
		.update(imports)
		.set({ done: sql`${imports.done} + ${by}`, leasedUntil })
		.where(eq(imports.id, id));
}
