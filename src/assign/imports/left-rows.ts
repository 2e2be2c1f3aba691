import { and, count, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { importRows, imports } from '../tables.ts';

/** Imports of before then that nothing will be done with any more, besides taking them back. */
const over = (before: Date) =>
	and(
		lt(imports.startedAt, before),
		inArray(imports.state, ['checking', 'checked', 'useless', 'done', 'undone', 'dropped']),
		// What something was made of stays, so that it can be taken back.
		inArray(importRows.state, ['good', 'bad', 'known'])
	);

/** How many rows are left of imports that nobody finished, or that had faults. */
export async function countLeftRows(reader: Reader, before: Date): Promise<number> {
	const [row] = await reader
		.select({ rows: count() })
		.from(importRows)
		.innerJoin(imports, eq(imports.id, importRows.importId))
		.where(over(before));
	return row?.rows ?? 0;
}

/** Drops what nobody brought in, and deletes some of those rows; returns how many. */
export async function dropLeftRows(tx: Writer, before: Date, most: number): Promise<number> {
	await tx
		.update(imports)
		.set({ state: 'dropped', fileHash: null, leasedUntil: null })
		.where(and(inArray(imports.state, ['checking', 'checked']), lt(imports.startedAt, before)));
	const left = await tx
		.select({ importId: importRows.importId, line: importRows.line })
		.from(importRows)
		.innerJoin(imports, eq(imports.id, importRows.importId))
		.where(over(before))
		.limit(most);
	for (const importId of new Set(left.map((row) => row.importId))) {
		const lines = left.filter((row) => row.importId === importId).map(({ line }) => line);
		await tx.delete(importRows).where(and(eq(importRows.importId, importId), inArray(importRows.line, lines)));
	}
	return left.length;
}
