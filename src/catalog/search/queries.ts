import { and, eq, inArray, max, sql, type SQL } from 'drizzle-orm';
import type { Lang } from '../../platform/messages/index.ts';
import { holdsWords, withIndex, type WantedWords } from '../../platform/persistence/full-text.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { contentItems, searchTexts } from '../tables.ts';

export type NewText = typeof searchTexts.$inferInsert;

/** Something whose text holds the words. */
export interface Candidate {
	readonly itemHash: string;
	/** The word of a glossary; empty otherwise. */
	readonly part: string;
}

export interface Look extends WantedWords {
	readonly lang: Lang;
	/** Looks only in what these places own. */
	readonly spaces?: readonly string[];
	readonly limit: number;
}

/** Some of the rows that hold the words, in no particular order: which of them come first is not the database's to say. */
export async function findCandidates(reader: Reader, { lang, spaces, limit, ...wanted }: Look): Promise<Candidate[]> {
	const { itemHash, part, space, number, inEnglish } = searchTexts;
	const conditions: (SQL | undefined)[] = [
		holdsWords(number, wanted),
		lang === 'en' ? eq(inEnglish, true) : eq(searchTexts.lang, lang),
		spaces && inArray(space, [...spaces])
	];
	return reader
		.select({ itemHash: sql<string>`${itemHash}`, part: sql<string>`${part}` }) // bare columns want a bare table
		.from(withIndex(number))
		.where(and(...conditions))
		.limit(limit);
}

export type KeptText = Candidate & Pick<typeof searchTexts.$inferSelect, 'space' | 'title' | 'body'>;

/** The texts of these items, as the index keeps them. */
export async function findTexts(reader: Reader, hashes: readonly string[]): Promise<KeptText[]> {
	const { itemHash, part, space, title, body } = searchTexts;
	return reader
		.select({ itemHash, part, space, title, body })
		.from(searchTexts)
		.where(inArray(itemHash, [...hashes]));
}

/** Which versions have their rows, and what those were made from. */
export async function findKeptTexts(reader: Reader) {
	const { itemHash, madeFrom, retired } = searchTexts;
	return reader.selectDistinct({ itemHash, madeFrom, retired }).from(searchTexts);
}

/** Rows are numbered as they come; the full-text index knows them by their number. */
export async function findLastNumber(reader: Reader): Promise<number> {
	const [row] = await reader.select({ last: max(searchTexts.number) }).from(searchTexts);
	return row?.last ?? 0;
}

const most = 200;

function* batches<T>(all: readonly T[]): Generator<T[]> {
	for (let start = 0; start < all.length; start += most) yield all.slice(start, start + most);
}

/** The places that own these versions. */
export async function findSpaces(reader: Reader, hashes: readonly string[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const { hash, space } = contentItems;
	for (const some of batches(hashes))
		for (const row of await reader.select({ hash, space }).from(contentItems).where(inArray(hash, some)))
			found.set(row.hash, row.space);
	return found;
}

export async function insertTexts(tx: Writer, rows: readonly NewText[]): Promise<void> {
	for (const some of batches(rows)) await tx.insert(searchTexts).values(some);
}

/** Marks the rows of these versions as having left the newest release, or as being back in it. */
export async function retireTexts(tx: Writer, hashes: readonly string[], retired: boolean): Promise<void> {
	for (const some of batches(hashes))
		await tx.update(searchTexts).set({ retired }).where(inArray(searchTexts.itemHash, some));
}

export async function deleteTexts(tx: Writer, hashes: readonly string[]): Promise<void> {
	for (const some of batches(hashes)) await tx.delete(searchTexts).where(inArray(searchTexts.itemHash, some));
}
