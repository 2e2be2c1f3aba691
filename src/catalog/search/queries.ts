import { and, eq, inArray, max, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Lang } from '../../platform/messages/index.ts';
import { holdsWords, wantedQuery, withIndex, type WantedWords } from '../../platform/persistence/full-text.ts';
import { prepared, type Named } from '../../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { contentItems, searchTexts } from '../tables.ts';

export type NewText = typeof searchTexts.$inferInsert;

/** Something whose text holds the words: the hash of its item, a space, and of a glossary the word. */
export type Candidate = string;

export interface Look extends WantedWords {
	readonly lang: Lang;
	/** Looks only in what these places own. */
	readonly spaces?: readonly string[];
	readonly limit: number;
}

/** Some of the rows that hold the words, in no particular order: which of them come first is not the database's to say. */
export async function findCandidates(reader: Reader, { lang, spaces, limit, ...wanted }: Look): Promise<Candidate[]> {
	const inTitle = wanted.inTitle ?? false;
	const query = wantedQuery(wanted);
	const rows = spaces
		? await selectCandidates(reader, { lang, inTitle, query, spaces, limit })
		: await looks[lang][inTitle ? 'inTitle' : 'anywhere'](reader, { query, limit });
	return rows.map(({ candidate }) => candidate);
}

type Asked = Pick<Look, 'lang' | 'spaces'> & {
	readonly inTitle: boolean;
	readonly query: string | Placeholder;
	readonly limit: number | Placeholder;
};

/** One column, because there are hundreds of rows and a column of each takes as long as finding the row. */
function selectCandidates(reader: Reader, { lang, inTitle, query, spaces, limit }: Asked) {
	const { itemHash, part, space, number, inEnglish } = searchTexts;
	const conditions: (SQL | undefined)[] = [
		holdsWords(number, { query, inTitle }),
		lang === 'en' ? eq(inEnglish, true) : eq(searchTexts.lang, lang),
		spaces && inArray(space, [...spaces])
	];
	return reader
		.select({ candidate: sql<Candidate>`${itemHash} || ' ' || ${part}` })
		.from(withIndex(number))
		.where(and(...conditions))
		.limit(limit);
}

const looksIn = (lang: Lang, inTitle: boolean) =>
	prepared(`search.${lang}.${inTitle ? 'title' : 'all'}`, (on: Reader, value: Named<'query' | 'limit'>) =>
		selectCandidates(on, { lang, inTitle, query: value('query'), limit: value('limit') })
	);

const looks = {
	vi: { inTitle: looksIn('vi', true), anywhere: looksIn('vi', false) },
	en: { inTitle: looksIn('en', true), anywhere: looksIn('en', false) }
};

/** The texts of these items, as the index keeps them. */
export async function findTexts(reader: Reader, hashes: readonly string[]) {
	const { itemHash, part, space, title, body } = searchTexts;
	return reader
		.select({ itemHash, part, space, title, body })
		.from(searchTexts)
		.where(inArray(itemHash, [...hashes]));
}

export type KeptText = Awaited<ReturnType<typeof findTexts>>[number];

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
