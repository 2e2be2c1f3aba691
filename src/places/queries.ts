import { and, asc, eq, gte, inArray, isNull, like, ne, or, type SQL } from 'drizzle-orm';
import { comesAfter, contains, inByteOrder, liesWithin } from '../platform/persistence/dialect.ts';
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

/** Places in the order of Vietnamese dictionaries, the sample last. */
export function listPlaces(reader: Reader, filter: PlaceFilter) {
	const conditions: (SQL | undefined)[] = [
		or(isNull(places.validTo), gte(places.validTo, filter.day)),
		filter.parentId === undefined ? ne(places.kind, 'country') : eq(places.parentId, filter.parentId),
		filter.below === undefined ? undefined : and(like(places.path, `${filter.below}%`), ne(places.path, filter.below)),
		filter.containing === undefined ? undefined : contains(places.folded, filter.containing),
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
	await tx.insert(places).values(row).onConflictDoUpdate({ target: places.id, set: row });
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
