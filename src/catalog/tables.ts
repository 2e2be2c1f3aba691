import { flag, index, instant, integer, json, table, text } from '../platform/persistence/columns.ts';
import type { Compiled, ItemKind, Manifest } from './items.ts';

/**
 * Every version of every lesson, question, course… that was ever published, under the hash of its canonical source.
 * Attempts and records refer to these hashes, so a row is never deleted and its source never changes; `compiled` is
 * what is made from the source and is made anew when the way of making it changes.
 */
export const contentItems = table(
	'content_items',
	{
		hash: text().primaryKey(),
		kind: text().$type<ItemKind>().notNull(),
		id: text().notNull(),
		lang: text().$type<'vi' | 'en'>().notNull(),
		/** The place that owns it, as its path; `/` is everyone's. */
		space: text().notNull(),
		/** The hash of the Vietnamese version that this translation was first published beside. */
		baseHash: text(),
		source: text().notNull(),
		compiled: json<Compiled>().notNull(),
		/** The hash of `compiled` before it went into the database, which may reorder its keys. */
		compiledHash: text().notNull(),
		createdAt: instant().notNull()
	},
	(row) => [index('content_items_id').on(row.kind, row.id), index('content_items_base').on(row.baseHash)]
);

/** What was published together; the newest is the current one. */
export const releases = table(
	'releases',
	{
		id: text().primaryKey(),
		hash: text().notNull(),
		manifest: json<Manifest>().notNull(),
		createdAt: instant().notNull()
	},
	(row) => [index('releases_newest').on(row.createdAt)]
);

/**
 * What search looks in: one row for each lesson, course, programme and word of the glossary, in each language it is
 * written in, folded. Made anew from the items whenever that is needed, so rows may go. The database keeps a full-text
 * index beside it (see the migrations and platform/persistence/full-text.ts).
 */
export const searchTexts = table(
	'search_texts',
	{
		number: integer().primaryKey(),
		itemHash: text()
			.notNull()
			.references(() => contentItems.hash),
		/** The word of a glossary; empty where the item is one thing. */
		part: text().notNull(),
		lang: text().$type<'vi' | 'en'>().notNull(),
		/** Whether English pages show it: an English text, or a Vietnamese one that nobody has translated yet. */
		inEnglish: flag().notNull(),
		space: text().notNull(),
		/** What of the item it was made from, and how: when that changes, it is made anew. */
		madeFrom: text().notNull(),
		/** Left the newest release; kept until the next one for processes that have not taken that up yet. */
		retired: flag().notNull(),
		/** Folded words, then those with marks once more, written so that the marks count: see search/words.ts. */
		title: text().notNull(),
		body: text().notNull()
	},
	(row) => [index('search_texts_item').on(row.itemHash), index('search_texts_space').on(row.space)]
);
