import { index, instant, json, table, text } from '../platform/persistence/columns.ts';
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
