import type { Writer } from '../../platform/persistence/store.ts';
import type { CompiledOf, ItemKind, Manifest, ManifestItem } from '../items.ts';
import { findItems } from '../queries.ts';
import { isSearchable, textsOfItem, type SearchableKind } from './item-texts.ts';
import {
	deleteTexts,
	findKeptTexts,
	findLastNumber,
	findSpaces,
	insertTexts,
	retireTexts,
	type NewText
} from './queries.ts';
import { groupWord, indexed } from './words.ts';

/** Raise it when rows are made in another way: then all are made anew at the next compiling. */
const way = 1;

type Entry = ManifestItem & { readonly kind: SearchableKind };
/** What was compiled, by the hash of the item. */
type CompiledByHash = ReadonlyMap<string, CompiledOf[ItemKind]>;

/** A version of something in a release, with all that its rows depend on. */
interface Wanted {
	readonly entry: Entry;
	readonly groups: readonly string[];
	/** The parts that have a translation; `*` is all of them. */
	readonly translated: readonly string[];
	readonly madeFrom: string;
}

export interface PublishedRelease {
	readonly manifest: Manifest;
	/** What was compiled just now; the other items are stored. */
	readonly items: readonly { hash: string; compiled: CompiledOf[ItemKind] }[];
	/** False when the release was there before, and only what search lacks of it is added. */
	readonly isNew: boolean;
}

/**
 * Brings what search looks in up to a release, inside the transaction that publishes it, so nobody finds half of one.
 * Only what is missing or was made from something else is written. What left the release stays one release longer, for
 * processes that have not taken the new one up yet.
 */
export async function keepSearchTexts(tx: Writer, { manifest, items, isNew }: PublishedRelease): Promise<void> {
	const given: CompiledByHash = new Map(items.map(({ hash, compiled }) => [hash, compiled]));
	const wanted = await wantedOf(tx, manifest, given);
	const kept = await findKeptTexts(tx);
	const hashes = new Set(wanted.map(({ entry }) => entry.hash));
	if (isNew) {
		const left = kept.filter((row) => !hashes.has(row.itemHash));
		await deleteTexts(tx, hashesOf(left.filter((row) => row.retired)));
		await retireTexts(tx, hashesOf(left.filter((row) => !row.retired)), true);
	}
	const madeFrom = new Map(kept.map((row) => [row.itemHash, row.madeFrom]));
	const missing = wanted.filter((each) => madeFrom.get(each.entry.hash) !== each.madeFrom);
	await deleteTexts(
		tx,
		missing.map(({ entry }) => entry.hash).filter((hash) => madeFrom.has(hash))
	);
	await retireTexts(tx, hashesOf(kept.filter((row) => row.retired && hashes.has(row.itemHash))), false);
	if (missing.length > 0) await insertTexts(tx, await rowsFor(tx, missing, given));
}

const hashesOf = (rows: readonly { itemHash: string }[]) => rows.map((row) => row.itemHash);

async function wantedOf(tx: Writer, manifest: Manifest, given: CompiledByHash): Promise<Wanted[]> {
	const entries = manifest.items.filter((item): item is Entry => isSearchable(item.kind));
	const compiled = await compiledOf(
		tx,
		entries.filter(({ kind }) => kind !== 'lesson'),
		given
	);
	const courseOf = new Map(
		Object.entries(manifest.lessons).flatMap(([course, lessons]) => lessons.map((lesson) => [lesson, course]))
	);
	const groups = groupsByKey(entries, compiled);
	const translated = translatedByKey(entries, compiled);
	return entries.map((entry) => {
		const key = entry.kind === 'lesson' ? `course ${courseOf.get(entry.id)}` : keyOf(entry);
		const own = { groups: groups.get(key) ?? [], translated: translated.get(keyOf(entry)) ?? [] };
		return { entry, ...own, madeFrom: [way, entry.compiledHash, ...own.groups, '', ...own.translated].join(' ') };
	});
}

const keyOf = ({ kind, id }: Pick<Entry, 'kind' | 'id'>) => `${kind} ${id}`;

/** Whom courses and programmes are for, as the Vietnamese version says it. */
function groupsByKey(entries: readonly Entry[], compiled: CompiledByHash): Map<string, readonly string[]> {
	const found = new Map<string, readonly string[]>();
	for (const entry of entries) {
		if (entry.lang !== 'vi' || (entry.kind !== 'course' && entry.kind !== 'programme')) continue;
		// The kind says which of the two it is.
		const own = compiled.get(entry.hash) as CompiledOf['course'] | CompiledOf['programme'] | undefined;
		if (own) found.set(keyOf(entry), 'groups' in own ? own.groups : [own.group]);
	}
	return found;
}

/** Of a glossary each word is translated by itself. */
function translatedByKey(entries: readonly Entry[], compiled: CompiledByHash): Map<string, readonly string[]> {
	const found = new Map<string, readonly string[]>();
	for (const entry of entries) {
		if (entry.lang === 'vi') continue;
		const glossary = entry.kind === 'glossary' && (compiled.get(entry.hash) as CompiledOf['glossary'] | undefined);
		found.set(keyOf(entry), glossary ? glossary.terms.map(({ id }) => id) : ['*']);
	}
	return found;
}

async function compiledOf(tx: Writer, entries: readonly Entry[], given: CompiledByHash): Promise<CompiledByHash> {
	const stored = await findItems(
		tx,
		entries.map(({ hash }) => hash).filter((hash) => !given.has(hash))
	);
	return new Map([...given, ...stored.map(({ hash, compiled }) => [hash, compiled] as const)]);
}

async function rowsFor(tx: Writer, missing: readonly Wanted[], given: CompiledByHash): Promise<NewText[]> {
	const entries = missing.map(({ entry }) => entry);
	const compiled = await compiledOf(tx, entries, given);
	const spaces = await findSpaces(
		tx,
		entries.map(({ hash }) => hash)
	);
	const last = await findLastNumber(tx);
	const rows = missing.flatMap(({ entry, groups, translated, madeFrom }) => {
		const { kind, hash, lang } = entry;
		const made = compiled.get(hash);
		const space = spaces.get(hash);
		if (!made || space === undefined) return [];
		const shared = { itemHash: hash, lang, space, madeFrom, retired: false };
		return textsOfItem(kind, made as CompiledOf[typeof kind]).map(({ part, title, text }) => ({
			...shared,
			part,
			inEnglish: lang === 'en' || !(translated.includes('*') || translated.includes(part)),
			title: indexed(title),
			body: [indexed(text), ...groups.map(groupWord)].join(' ')
		}));
	});
	return rows.map((row, i) => ({ number: last + 1 + i, ...row }));
}
