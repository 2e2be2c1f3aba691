import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { inByteOrder, liesWithin } from '../platform/persistence/dialect.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { places, type OrganisationKind } from './tables.ts';

/** Of what kind the organisation is that a column of another room's names; null for any other place. */
export function organisationKindAt(reader: Reader, placeId: PgColumn): SQL<OrganisationKind | null> {
	const kind = reader.select({ kind: places.organisationKind }).from(places).where(eq(places.id, placeId));
	return sql<OrganisationKind | null>`${kind}`;
}

/** The places at or below these paths for which a condition on their ids is so, by name, two hundred at most. */
export function listPlacesWhere(
	reader: Reader,
	paths: readonly string[],
	isSo: (placeId: PgColumn) => SQL
): Promise<{ id: string; name: string }[]> {
	return reader
		.select({ id: places.id, name: places.name })
		.from(places)
		.where(and(liesWithin(places.path, paths), isSo(places.id)))
		.orderBy(asc(inByteOrder(places.nameSort)), asc(inByteOrder(places.id)))
		.limit(200);
}
