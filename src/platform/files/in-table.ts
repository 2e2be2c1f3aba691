import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Store, Writer } from '../persistence/store.ts';
import { storedFiles } from '../tables.ts';
import { hashOfFile } from './on-disk.ts';

type Place = { store: Store };

/** Keeps bytes in the database that all processes share. */
export async function putInTable({ store }: Place, bytes: Uint8Array, now: Date): Promise<string> {
	const hash = hashOfFile(bytes);
	const row = { hash, content: Buffer.from(bytes).toString('base64'), keptAt: now };
	await store.transact(async (tx) => {
		await tx
			.insert(storedFiles)
			.values(row)
			.onConflictDoUpdate({ target: storedFiles.hash, set: { keptAt: now } });
	});
	return hash;
}

export async function readFromTable({ store }: Place, hash: string): Promise<Buffer | null> {
	const [row] = await store.read
		.select({ content: storedFiles.content })
		.from(storedFiles)
		.where(eq(storedFiles.hash, hash));
	return row ? Buffer.from(row.content, 'base64') : null;
}

/** The names of all files in the table, or of those that were last put there before an instant. */
export async function listInTable({ store }: Place, before?: Date): Promise<string[]> {
	const rows = await store.read
		.select({ hash: storedFiles.hash })
		.from(storedFiles)
		.where(before && lt(storedFiles.keptAt, before));
	return rows.map(({ hash }) => hash);
}

/** Deletes files; with `before` only those that nobody has put there again since. */
export async function dropFromTable(tx: Writer, hashes: string[], before?: Date): Promise<void> {
	const old = before && lt(storedFiles.keptAt, before);
	if (hashes.length > 0) await tx.delete(storedFiles).where(and(inArray(storedFiles.hash, hashes), old));
}
