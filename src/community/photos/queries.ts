import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { classPhotos } from '../tables.ts';

export type PhotoRow = typeof classPhotos.$inferSelect;

/** The photos of a session, the first one first. */
export function listPhotos(reader: Reader, sessionId: string): Promise<PhotoRow[]> {
	return reader
		.select()
		.from(classPhotos)
		.where(eq(classPhotos.sessionId, sessionId))
		.orderBy(asc(classPhotos.addedAt), asc(classPhotos.id));
}

export async function findPhoto(
	reader: Reader,
	{ sessionId, id }: { sessionId: string; id: string }
): Promise<PhotoRow | undefined> {
	const [row] = await reader
		.select()
		.from(classPhotos)
		.where(and(eq(classPhotos.id, id), eq(classPhotos.sessionId, sessionId)));
	return row;
}

export async function addPhotoRow(tx: Writer, row: PhotoRow): Promise<void> {
	await tx.insert(classPhotos).values(row);
}

export async function dropPhotoRow(tx: Writer, id: string): Promise<void> {
	await tx.delete(classPhotos).where(eq(classPhotos.id, id));
}

/** How many photos each of these sessions has. */
export async function countPhotos(reader: Reader, sessionIds: string[]): Promise<Map<string, number>> {
	if (sessionIds.length === 0) return new Map();
	const rows = await reader
		.select({ id: classPhotos.sessionId, photos: count() })
		.from(classPhotos)
		.where(inArray(classPhotos.sessionId, sessionIds))
		.groupBy(classPhotos.sessionId);
	return new Map(rows.map(({ id, photos }) => [id, photos]));
}

/** Which of these files are photos of a session, or their previews. */
export async function photoFilesInUse(reader: Reader, hashes: readonly string[]): Promise<string[]> {
	const { fileHash, previewHash } = classPhotos;
	const files = await reader
		.select({ hash: fileHash })
		.from(classPhotos)
		.where(inArray(fileHash, [...hashes]));
	const previews = await reader
		.select({ hash: previewHash })
		.from(classPhotos)
		.where(inArray(previewHash, [...hashes]));
	return [...files, ...previews].map(({ hash }) => hash);
}
