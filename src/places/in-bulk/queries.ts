import { and, asc, eq, gt, gte, inArray, isNull, or } from 'drizzle-orm';
import { liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { Place } from '../queries.ts';
import { placeContacts, placeNames, places } from '../tables.ts';

const short = {
	id: places.id,
	name: places.name,
	kind: places.kind,
	organisationKind: places.organisationKind,
	officialCode: places.officialCode,
	parentId: places.parentId,
	path: places.path,
	sample: places.sample,
	validTo: places.validTo,
	mergedInto: places.mergedInto
};
export type ShortPlace = Pick<Place, keyof typeof short>;

/** A page of what lies at or below a path, ended or not, by id. */
export function listAtOrBelow(
	reader: Reader,
	{ path, after, limit }: { path: string; after: string; limit: number }
): Promise<ShortPlace[]> {
	return reader
		.select(short)
		.from(places)
		.where(and(liesWithin(places.path, [path]), gt(places.id, after)))
		.orderBy(asc(places.id))
		.limit(limit);
}

/** What places at or below a path were called before, folded. */
export function listCalledBefore(reader: Reader, path: string): Promise<{ placeId: string; folded: string }[]> {
	return reader
		.select({ placeId: placeNames.placeId, folded: placeNames.folded })
		.from(placeNames)
		.innerJoin(places, eq(places.id, placeNames.placeId))
		.where(and(eq(placeNames.kind, 'name'), liesWithin(places.path, [path])));
}

/** Organisations that stand, by their folded names or their official codes. */
export async function listOrganisationsCalled(
	reader: Reader,
	called: readonly { folded: string; code: string }[]
): Promise<ShortPlace[]> {
	const found: ShortPlace[] = [];
	// Small portions: the databases bound how many values one statement carries.
	for (let start = 0; start < called.length; start += 100) {
		const some = called.slice(start, start + 100);
		const names = inArray(
			places.folded,
			some.map(({ folded }) => folded)
		);
		const codes = inArray(
			places.officialCode,
			some.map(({ code }) => code)
		);
		const standing = and(eq(places.kind, 'organisation'), isNull(places.validTo));
		found.push(
			...(await reader
				.select(short)
				.from(places)
				.where(and(standing, or(names, codes))))
		);
	}
	return found;
}

/** What stands directly in these places under these sort keys. */
export async function listStandingIn(
	reader: Reader,
	{ parentIds, nameSorts }: { parentIds: readonly string[]; nameSorts: readonly string[] }
): Promise<{ id: string; name: string; parentId: string | null }[]> {
	if (parentIds.length === 0) return [];
	return reader
		.select({ id: places.id, name: places.name, parentId: places.parentId })
		.from(places)
		.where(
			and(inArray(places.parentId, [...parentIds]), inArray(places.nameSort, [...nameSorts]), isNull(places.validTo))
		);
}

/** Which of these places something lies in, answers to, or went into, and what that is; what was taken back is nothing. */
export function listLeaningOn(reader: Reader, ids: readonly string[]) {
	const { id, parentId, answersTo, mergedInto, validFrom, validTo } = places;
	const leaning = [parentId, answersTo, mergedInto].map((column) => inArray(column, [...ids]));
	const stoodOnce = or(isNull(validFrom), isNull(validTo), gte(validTo, validFrom));
	return reader
		.select({ id, parentId, answersTo, mergedInto })
		.from(places)
		.where(and(or(...leaning), stoodOnce));
}

/** Which of these places have a contact card or a former name. */
export async function listTold(reader: Reader, ids: readonly string[]): Promise<string[]> {
	const found = [];
	for (const table of [placeContacts, placeNames])
		found.push(
			...(await reader
				.selectDistinct({ id: table.placeId })
				.from(table)
				.where(inArray(table.placeId, [...ids])))
		);
	return found.map(({ id }) => id);
}

/** They stood on no day: what ends before it begins is in no list, whatever day one asks for. */
export async function neverStood(tx: Writer, ids: readonly string[], day: { validFrom: string; validTo: string }) {
	if (ids.length > 0)
		await tx
			.update(places)
			.set(day)
			.where(inArray(places.id, [...ids]));
}
