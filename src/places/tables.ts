import type { PgColumn } from 'drizzle-orm/pg-core';
import { flag, index, integer, table, text, uniqueIndex } from '../platform/persistence/columns.ts';

/** What a place is to the platform; what people call it (thôn, bản, phường…) is its local kind. */
export const placeKinds = ['country', 'province', 'commune', 'village', 'organisation'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** What an organisation is; a class of a school is one that lies in its school. */
export const organisationKinds = [
	'agency',
	'school',
	'class',
	'enterprise',
	'co-operative',
	'market',
	'association',
	'party-cell',
	'other'
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The sectors (ngành) by which organisations are seen across places. */
export const sectors = [
	'party',
	'front',
	'administration',
	'education',
	'health',
	'police',
	'military',
	'justice',
	'science',
	'agriculture',
	'industry',
	'culture',
	'finance',
	'labour',
	'other'
] as const;
export type Sector = (typeof sectors)[number];

/** Whom the contact card of a commune names. */
export const contactKinds = ['service-centre', 'police', 'team'] as const;
export type ContactKind = (typeof contactKinds)[number];

/**
 * Provinces, communes, villages and organisations, and the one country above them all (path `/`). A place is never
 * deleted: what people did there stays told, so it ends by `validTo`.
 */
export const places = table(
	'places',
	{
		id: text().primaryKey(),
		/** Lower-case letters, digits and dashes; the last part of the path. */
		code: text().notNull(),
		kind: text().$type<PlaceKind>().notNull(),
		name: text().notNull(),
		/** Sorted in byte order this gives the order of Vietnamese dictionaries; the sample comes last. */
		nameSort: text().notNull(),
		/** The name for searching: no marks, lower case. */
		folded: text().notNull(),
		/** tỉnh, xã, thôn, buôn… as people say it here. */
		localKind: text().notNull(),
		parentId: text().references((): PgColumn => places.id),
		/** The codes from the top, `/46/dong-sen-k3f9/`: a grant on a place reaches every path that begins with its own. */
		path: text().notNull(),
		/** Calendar days, `2025-07-01`; null is open. */
		validFrom: text(),
		validTo: text(),
		/** The place that it went into, with all that was there. */
		mergedInto: text().references((): PgColumn => places.id),
		/** The code of the unit in official lists, as text: it may begin with a nought. */
		officialCode: text(),
		/** Of an organisation alone, as all that follows. */
		organisationKind: text().$type<OrganisationKind>(),
		sector: text().$type<Sector>(),
		/** The organisation it answers to, where that is not the place it lies in: a school to its department. */
		answersTo: text().references((): PgColumn => places.id),
		/** Of a class: 1 to 12, and `2026-2027`. */
		grade: integer(),
		schoolYear: text(),
		/** Made up, for trying things out. */
		sample: flag().notNull()
	},
	(row) => [
		uniqueIndex('places_path').on(row.path),
		index('places_list').on(row.parentId, row.nameSort, row.id),
		index('places_search').on(row.nameSort, row.id),
		index('places_code').on(row.officialCode),
		index('places_line').on(row.answersTo),
		index('places_merged').on(row.mergedInto),
		index('places_sector').on(row.sector, row.path)
	]
);

/** The contact cards of a place: where to ask, whom to call. */
export const placeContacts = table(
	'place_contacts',
	{
		id: text().primaryKey(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		kind: text().$type<ContactKind>().notNull(),
		name: text().notNull(),
		phone: text(),
		address: text(),
		hours: text()
	},
	(row) => [index('place_contacts_place').on(row.placeId)]
);

/** What a place was called before, and the old district that it lay in: nobody forgets those, so they are found too. */
export const placeNames = table(
	'place_names',
	{
		id: text().primaryKey(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		kind: text().$type<'name' | 'district'>().notNull(),
		name: text().notNull(),
		folded: text().notNull(),
		localKind: text().notNull(),
		officialCode: text(),
		/** The last calendar day on which it was called so. */
		until: text(),
		/** The resolution or decision that changed it, as its number and date are written. */
		document: text()
	},
	(row) => [index('place_names_place').on(row.placeId), index('place_names_folded').on(row.folded)]
);
