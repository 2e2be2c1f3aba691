import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Lang } from '../platform/messages/index.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import type { CompiledQuestion, Manifest, StoredItem } from './items.ts';
import type { WrittenItem } from './packed-item.ts';
import { contentItems, releases } from './tables.ts';

export type NewItem = typeof contentItems.$inferInsert;
export type StoredRelease = typeof releases.$inferSelect;

const itemColumns = {
	hash: contentItems.hash,
	kind: contentItems.kind,
	id: contentItems.id,
	lang: contentItems.lang,
	baseHash: contentItems.baseHash,
	compiled: contentItems.compiled
};

/** The current release, or undefined before the first compiling. */
export async function findNewestRelease(reader: Reader): Promise<StoredRelease | undefined> {
	const [newest] = await reader.select().from(releases).orderBy(desc(releases.createdAt), desc(releases.id)).limit(1);
	return newest;
}

/** The id of the current release: cheap enough to ask every second. */
export async function findNewestReleaseId(reader: Reader): Promise<string | undefined> {
	const [newest] = await reader
		.select({ id: releases.id })
		.from(releases)
		.orderBy(desc(releases.createdAt), desc(releases.id))
		.limit(1);
	return newest?.id;
}

/** Any version of any item, however old: what attempts and records refer to is never deleted. */
export async function getItemByHash(reader: Reader, hash: string): Promise<StoredItem | null> {
	const [item] = await reader.select(itemColumns).from(contentItems).where(eq(contentItems.hash, hash));
	return item ?? null;
}

/** The translation that was first published beside this version. */
export async function findTranslation(reader: Reader, baseHash: string, lang: Lang): Promise<StoredItem | null> {
	const [item] = await reader
		.select(itemColumns)
		.from(contentItems)
		.where(and(eq(contentItems.baseHash, baseHash), eq(contentItems.lang, lang)))
		.orderBy(desc(contentItems.createdAt), desc(contentItems.hash))
		.limit(1);
	return item ?? null;
}

/** Every version of these questions that was ever published, in Vietnamese. */
export async function listQuestionVersions(
	reader: Reader,
	ids: readonly string[]
): Promise<{ id: string; compiled: CompiledQuestion }[]> {
	const { id, compiled, kind, lang } = contentItems;
	const wanted = and(eq(kind, 'question'), eq(lang, 'vi'), inArray(id, [...ids]));
	const rows = await reader.select({ id, compiled }).from(contentItems).where(wanted);
	return rows.map((row) => ({ id: row.id, compiled: row.compiled as CompiledQuestion })); // the kind says so
}

/** As many hashes as go into one query. */
const most = 200;

/** The items of these hashes with what was compiled as it is written, in no particular order. */
export async function findWrittenItems(reader: Reader, hashes: readonly string[]): Promise<WrittenItem[]> {
	const { compiled, ...columns } = itemColumns;
	const written = sql<string>`cast(${compiled} as text)`;
	const found: WrittenItem[] = [];
	for (let start = 0; start < hashes.length; start += most) {
		const wanted = inArray(contentItems.hash, hashes.slice(start, start + most));
		found.push(
			...(await reader
				.select({ ...columns, written })
				.from(contentItems)
				.where(wanted))
		);
	}
	return found;
}

/** The items of these hashes, in no particular order. */
export async function findItems(reader: Reader, hashes: readonly string[]): Promise<StoredItem[]> {
	const found: StoredItem[] = [];
	for (let start = 0; start < hashes.length; start += most) {
		const wanted = hashes.slice(start, start + most);
		found.push(...(await reader.select(itemColumns).from(contentItems).where(inArray(contentItems.hash, wanted))));
	}
	return found;
}

/** Which of these hashes are stored already, and what was compiled from each. */
export async function findCompiledHashes(reader: Reader, hashes: readonly string[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (let start = 0; start < hashes.length; start += most) {
		const wanted = hashes.slice(start, start + most);
		const rows = await reader
			.select({ hash: contentItems.hash, compiledHash: contentItems.compiledHash })
			.from(contentItems)
			.where(inArray(contentItems.hash, wanted));
		for (const row of rows) found.set(row.hash, row.compiledHash);
	}
	return found;
}

export async function insertItems(tx: Writer, items: readonly NewItem[]): Promise<void> {
	for (let start = 0; start < items.length; start += most) {
		await tx.insert(contentItems).values(items.slice(start, start + most));
	}
}

/** Renews what is made from an unchanged source. */
export async function renewCompiled(
	tx: Writer,
	item: Pick<NewItem, 'hash' | 'compiled' | 'compiledHash'>
): Promise<void> {
	await tx
		.update(contentItems)
		.set({ compiled: item.compiled, compiledHash: item.compiledHash })
		.where(eq(contentItems.hash, item.hash));
}

export async function insertRelease(tx: Writer, release: StoredRelease): Promise<void> {
	await tx.insert(releases).values(release);
}

/** Notes where the files of an unchanged release lie now. */
export async function movePaths(tx: Writer, id: string, manifest: Manifest): Promise<void> {
	await tx.update(releases).set({ manifest }).where(eq(releases.id, id));
}
