import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { mayActIn, withinGrants, type Actor } from '../../platform/actor.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { importRows, imports, staffEntries } from '../tables.ts';
import { importers, managers } from '../who-may.ts';
import type { ImportKind, ImportState } from './tables.ts';

export type ImportRow = typeof imports.$inferSelect;
export type LineRow = typeof importRows.$inferSelect;

/** An import within the actor's places, of a kind that she may bring in there. */
export async function findImport(reader: Reader, actor: Actor, id: string): Promise<ImportRow | undefined> {
	const [row] = await reader
		.select()
		.from(imports)
		.where(and(eq(imports.id, id), withinGrants(actor, managers, imports.placePath)));
	return row && mayActIn(actor, importers[row.kind], row.placePath) ? row : undefined;
}

/** The latest imports of a kind into a place. */
export function listImports(
	reader: Reader,
	{ placeId, kind }: { placeId: string; kind: ImportKind }
): Promise<ImportRow[]> {
	return reader
		.select()
		.from(imports)
		.where(and(eq(imports.placeId, placeId), eq(imports.kind, kind)))
		.orderBy(desc(imports.startedAt), desc(imports.id))
		.limit(20);
}

export async function addImport(tx: Writer, row: ImportRow): Promise<void> {
	await tx.insert(imports).values(row);
}

export async function changeImport(tx: Writer, id: string, part: Partial<ImportRow>): Promise<void> {
	await tx.update(imports).set(part).where(eq(imports.id, id));
}

/** Takes up one in these states that no process works on. */
export async function leaseImport(
	tx: Writer,
	{ states, now, until }: { states: readonly ImportState[]; now: Date; until: Date }
): Promise<ImportRow | undefined> {
	const [row] = await tx
		.select()
		.from(imports)
		.where(and(inArray(imports.state, [...states]), or(isNull(imports.leasedUntil), lte(imports.leasedUntil, now))))
		.orderBy(asc(imports.startedAt))
		.limit(1);
	if (!row) return undefined;
	await changeImport(tx, row.id, { leasedUntil: until });
	return { ...row, leasedUntil: until };
}

export async function addLines(tx: Writer, rows: readonly LineRow[]): Promise<void> {
	for (let start = 0; start < rows.length; start += 100)
		await tx.insert(importRows).values(rows.slice(start, start + 100));
}

/** Good lines whose turn is next. */
export function listNext(reader: Reader, importId: string, limit: number): Promise<LineRow[]> {
	return reader
		.select()
		.from(importRows)
		.where(and(eq(importRows.importId, importId), eq(importRows.state, 'good')))
		.orderBy(asc(importRows.part), asc(importRows.line))
		.limit(limit);
}

/** Lines with faults, or that stayed when the rest was taken back, from the top; none of them has a part. */
export function listTold(
	reader: Reader,
	{ importId, state, after = 0, limit }: { importId: string; state: 'bad' | 'kept'; after?: number; limit: number }
): Promise<LineRow[]> {
	const told = and(eq(importRows.importId, importId), eq(importRows.state, state), eq(importRows.part, ''));
	return reader
		.select()
		.from(importRows)
		.where(and(told, gt(importRows.line, after)))
		.orderBy(asc(importRows.line))
		.limit(limit);
}

/** These lines of an import. */
export async function listLinesAt(reader: Reader, importId: string, lines: readonly number[]): Promise<LineRow[]> {
	if (lines.length === 0) return [];
	return reader
		.select()
		.from(importRows)
		.where(and(eq(importRows.importId, importId), inArray(importRows.line, [...lines])));
}

/** Lines that something was made of, the last made first. */
export function listMade(reader: Reader, importId: string, limit: number): Promise<LineRow[]> {
	return reader
		.select()
		.from(importRows)
		.where(and(eq(importRows.importId, importId), isNotNull(importRows.madeId), eq(importRows.state, 'done')))
		.orderBy(desc(importRows.madeId))
		.limit(limit);
}

/** How many lines of an import are in a state. */
export function countLines(reader: Reader, importId: string, state: LineRow['state']): Promise<number> {
	return reader.$count(importRows, and(eq(importRows.importId, importId), eq(importRows.state, state)));
}

/** Lines that are there, as they are now. */
export async function keepLines(tx: Writer, rows: readonly LineRow[]): Promise<void> {
	const set = {
		...{ state: sql`excluded.state`, part: sql`excluded.part` },
		...{ problems: sql`excluded.problems`, madeId: sql`excluded.made_id` }
	};
	const target = [importRows.importId, importRows.line];
	for (let start = 0; start < rows.length; start += 100)
		await tx
			.insert(importRows)
			.values(rows.slice(start, start + 100))
			.onConflictDoUpdate({ target, set });
}

/** So many of the lines in these states, which are of no use any more; true when none is left. */
export async function dropLines(
	tx: Writer,
	{ importId, states, limit }: { importId: string; states: readonly LineRow['state'][]; limit: number }
): Promise<boolean> {
	const rows = await tx
		.select({ line: importRows.line })
		.from(importRows)
		.where(and(eq(importRows.importId, importId), inArray(importRows.state, [...states])))
		.limit(limit);
	await dropLinesAt(
		tx,
		importId,
		rows.map(({ line }) => line)
	);
	return rows.length < limit;
}

/** These lines, of which something was made, are of no use any more. */
export async function dropLinesAt(tx: Writer, importId: string, lines: readonly number[]): Promise<void> {
	if (lines.length > 0)
		await tx.delete(importRows).where(and(eq(importRows.importId, importId), inArray(importRows.line, [...lines])));
}

/** How many entries an import made that are still as it made them or were recognised. */
export async function countEntriesMade(reader: Reader, importId: string): Promise<number> {
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

/** The lease goes on; false where another process has taken the work up meanwhile. */
export async function keepLease(tx: Writer, { id, leasedUntil }: ImportRow, until: Date): Promise<boolean> {
	const held = leasedUntil === null ? isNull(imports.leasedUntil) : eq(imports.leasedUntil, leasedUntil);
	const kept = await tx
		.update(imports)
		.set({ leasedUntil: until })
		.where(and(eq(imports.id, id), held))
		.returning({ id: imports.id });
	return kept.length > 0;
}

/** So many more rows are done, and were found to be good or bad. */
export async function countOn(
	tx: Writer,
	id: string,
	{ done, good = 0, bad = 0 }: { done: number; good?: number; bad?: number }
): Promise<void> {
	await tx
		.update(imports)
		.set({
			...{ done: sql`${imports.done} + ${done}`, good: sql`${imports.good} + ${good}` },
			bad: sql`${imports.bad} + ${bad}`
		})
		.where(eq(imports.id, id));
}

/** Which of these files still have to be read. */
export async function importFilesInUse(reader: Reader, hashes: readonly string[]): Promise<string[]> {
	const rows = await reader
		.select({ hash: imports.fileHash })
		.from(imports)
		.where(inArray(imports.fileHash, [...hashes]));
	return rows.flatMap(({ hash }) => hash ?? []);
}
