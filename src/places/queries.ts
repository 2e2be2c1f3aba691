import { and, asc, eq, gte, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import {
	comesAfter,
	contains,
	inByteOrder,
	liesAnywhereWithin,
	liesWithin,
	withPrefix
} from '../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { placeContacts, places } from './tables.ts';

export type Place = typeof places.$inferSelect;
export type NewContactRow = typeof placeContacts.$inferInsert;

/** What the outside sees of a place in a list. */
const summary = {
	id: places.id,
	kind: places.kind,
	name: places.name,
	localKind: places.localKind,
	parentId: places.parentId,
	path: places.path,
	sample: places.sample
};

export interface PlaceFilter {
	parentId?: string;
	/** Only below this path. */
	below?: string;
	/** The official code as it was typed. */
	code?: string;
	/** Folded text that the name contains. */
	containing?: string;
	after?: Place;
	/** The calendar day on which the place must exist. */
	day: string;
	limit: number;
}

export async function findPlace(reader: Reader, id: string): Promise<Place | undefined> {
	const [place] = await reader.select().from(places).where(eq(places.id, id));
	return place;
}

/** A place or, where it went into another, that one: an old list, a code on a wall or a phone without signal still names the old. */
export async function findStanding(reader: Reader, id: string): Promise<Place | undefined> {
	let place = await findPlace(reader, id);
	for (let hops = 0; place?.mergedInto && hops < mostHops; hops++) place = await findPlace(reader, place.mergedInto);
	return place;
}

/** More often than this no place has gone into another; it keeps a slip in the table from going round for ever. */
const mostHops = 20;

/** Ends a place on a day, where it went into another with that one named; what went into it before goes along. */
export async function endPlace(
	tx: Writer,
	{ id, validTo, mergedInto }: Pick<Place, 'id' | 'validTo' | 'mergedInto'>
): Promise<void> {
	await tx.update(places).set({ validTo, mergedInto }).where(eq(places.id, id));
	if (mergedInto !== null) await tx.update(places).set({ mergedInto }).where(eq(places.mergedInto, id));
}

/** All that lies directly in a place, ended or not. */
export function listChildren(reader: Reader, parentId: string): Promise<Place[]> {
	return reader.select().from(places).where(eq(places.parentId, parentId)).orderBy(asc(places.id));
}

/** How many places, and how many organisations, lie below a path and have not ended. */
export async function countBelow(reader: Reader, path: string): Promise<{ places: number; organisations: number }> {
	const below = and(liesAnywhereWithin(places.path, path), ne(places.path, path), isNull(places.validTo));
	const all = await reader.$count(places, below);
	const organisations = await reader.$count(places, and(below, eq(places.kind, 'organisation')));
	return { places: all - organisations, organisations };
}

export async function setParent(tx: Writer, { id, ...set }: Pick<Place, 'id' | 'parentId' | 'code'>): Promise<void> {
	await tx.update(places).set(set).where(eq(places.id, id));
}

/** Rewrites the paths of a place and of all below it. */
export async function carryPlaces(tx: Writer, change: { from: string; to: string }): Promise<void> {
	const path = withPrefix(places.path, change);
	await tx
		.update(places)
		.set({ path })
		.where(liesWithin(places.path, [change.from]));
}

/** Lets one organisation, or all that answer to another, answer to this one. */
export async function answerTo(
	tx: Writer,
	{ to, ...which }: { to: string | null } & ({ id: string } | { from: string })
): Promise<void> {
	const these = 'id' in which ? eq(places.id, which.id) : eq(places.answersTo, which.from);
	await tx.update(places).set({ answersTo: to }).where(these);
}

/** Places that went into others, by a part of their name, below a path. */
export function listMerged(reader: Reader, { below, containing }: { below: string; containing: string }) {
	return reader
		.select({ name: places.name, mergedInto: places.mergedInto })
		.from(places)
		.where(and(isNotNull(places.mergedInto), liesWithin(places.path, [below]), contains(places.folded, containing)))
		.orderBy(asc(inByteOrder(places.nameSort)), asc(inByteOrder(places.id)))
		.limit(20);
}

/** Whether a place has this official code, in whatever letters that was typed. */
export function isCoded(typed: string): SQL {
	return inArray(places.officialCode, [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])]);
}

/** Places in the order of Vietnamese dictionaries, the sample last. */
export function listPlaces(reader: Reader, filter: PlaceFilter) {
	const conditions: (SQL | undefined)[] = [
		or(isNull(places.validTo), gte(places.validTo, filter.day)),
		filter.parentId === undefined ? ne(places.kind, 'country') : eq(places.parentId, filter.parentId),
		filter.below === undefined
			? undefined
			: and(liesWithin(places.path, [filter.below]), ne(places.path, filter.below)),
		filter.containing === undefined
			? undefined
			: or(contains(places.folded, filter.containing), isCoded(filter.code ?? '')),
		filter.after &&
			comesAfter({ sort: places.nameSort, id: places.id }, { sort: filter.after.nameSort, id: filter.after.id })
	];
	return reader
		.select(summary)
		.from(places)
		.where(and(...conditions))
		.orderBy(asc(inByteOrder(places.nameSort)), asc(inByteOrder(places.id)))
		.limit(filter.limit);
}

/** The contact cards of one place are another's. */
export async function moveContacts(tx: Writer, { from, into }: { from: string; into: string }): Promise<void> {
	await tx.update(placeContacts).set({ placeId: into }).where(eq(placeContacts.placeId, from));
}

/** The places whose paths lead to this one, from the country down. */
export async function listParents(reader: Reader, path: string) {
	const codes = path.split('/').filter(Boolean);
	const paths = codes.map((_, depth) => ['', ...codes.slice(0, depth), ''].join('/').replace('//', '/'));
	if (paths.length === 0) return [];
	const found = await reader
		.select({ id: places.id, name: places.name, path: places.path })
		.from(places)
		.where(inArray(places.path, paths));
	return found.sort((a, b) => a.path.length - b.path.length).map(({ id, name }) => ({ id, name }));
}

/** The codes and folded names directly below a place, ended ones too. */
export function listTaken(reader: Reader, parentId: string) {
	return reader
		.select({ name: places.name, code: places.code, validTo: places.validTo })
		.from(places)
		.where(eq(places.parentId, parentId));
}

export function listContacts(reader: Reader, placeId: string) {
	return reader
		.select({
			kind: placeContacts.kind,
			name: placeContacts.name,
			phone: placeContacts.phone,
			address: placeContacts.address,
			hours: placeContacts.hours
		})
		.from(placeContacts)
		.where(eq(placeContacts.placeId, placeId))
		.orderBy(asc(placeContacts.id));
}

export async function addPlaces(tx: Writer, rows: Place[]): Promise<void> {
	// Small portions: the databases bound how many values one statement carries.
	for (let start = 0; start < rows.length; start += 50) await tx.insert(places).values(rows.slice(start, start + 50));
}

export async function addContacts(tx: Writer, rows: NewContactRow[]): Promise<void> {
	if (rows.length > 0) await tx.insert(placeContacts).values(rows);
}

/** Puts a shipped place in, or brings the one that is there up to date. */
export async function keepPlace(tx: Writer, row: Place): Promise<void> {
	// That it ended, went into another, or what else is told of it, was decided here.
	const { id, code, kind, name, nameSort, folded, localKind, parentId, path, validFrom, sample } = row;
	const set = { id, code, kind, name, nameSort, folded, localKind, parentId, path, validFrom, sample };
	await tx.insert(places).values(row).onConflictDoUpdate({ target: places.id, set });
}

export async function keepContact(tx: Writer, row: NewContactRow): Promise<void> {
	await tx.insert(placeContacts).values(row).onConflictDoUpdate({ target: placeContacts.id, set: row });
}

/** These places, in no particular order. */
export async function listByIds(reader: Reader, ids: string[]): Promise<Place[]> {
	if (ids.length === 0) return [];
	return reader.select().from(places).where(inArray(places.id, ids));
}

/** The places at these paths, in no particular order. */
export async function listByPaths(reader: Reader, paths: string[]): Promise<Place[]> {
	if (paths.length === 0) return [];
	return reader.select().from(places).where(inArray(places.path, paths));
}

/** The villages at or below these paths that exist on a day, in the order of Vietnamese dictionaries. */
export async function listVillagesWithin(
	reader: Reader,
	{ paths, day, limit }: { paths: string[]; day: string; limit: number }
): Promise<Place[]> {
	if (paths.length === 0) return [];
	return reader
		.select()
		.from(places)
		.where(
			and(
				eq(places.kind, 'village'),
				liesWithin(places.path, paths),
				or(isNull(places.validTo), gte(places.validTo, day))
			)
		)
		.orderBy(asc(inByteOrder(places.nameSort)), asc(inByteOrder(places.id)))
		.limit(limit);
}

/** The places of these whole names (folded) or ids, ended ones too, in no particular order. */
export async function listNamed(
	reader: Reader,
	{ folded, ids }: { folded: readonly string[]; ids: readonly string[] }
): Promise<Place[]> {
	const found: Place[] = [];
	// Small portions: the databases bound how many values one statement carries.
	for (let start = 0; start < Math.max(folded.length, ids.length); start += 200) {
		const named = inArray(places.folded, folded.slice(start, start + 200));
		const known = inArray(places.id, ids.slice(start, start + 200));
		found.push(...(await reader.select().from(places).where(or(named, known))));
	}
	return [...new Map(found.map((place) => [place.id, place])).values()];
}
