import { and, asc, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { withinGrants, type Actor, type Role } from '../../platform/actor.ts';
import { comesAfter, contains, inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { fold, tidy } from '../../platform/text.ts';
import { findPlace, isCoded, type Place } from '../queries.ts';
import { places, type OrganisationKind, type Sector } from '../tables.ts';
import type { OrganisationList } from './schemas.ts';

export interface OrganisationFilter {
	/** Whom the reader may see. */
	reach?: SQL;
	/** Only at or below this path. */
	within?: string;
	parentId?: string;
	answersTo?: string;
	kind?: OrganisationKind;
	sector?: Sector;
	/** A part of the name, with marks or without, or the official code. */
	query?: string;
	after?: Place;
	/** The calendar day on which it must exist; or before which it must have ended, into no other. */
	day: string;
	ended?: true;
	limit: number;
}

const above = alias(places, 'above');

function conditionsOf(filter: OrganisationFilter): (SQL | undefined)[] {
	const { after, within, query = '' } = filter;
	const equals = { parentId: places.parentId, answersTo: places.answersTo, sector: places.sector } as const;
	return [
		eq(places.kind, 'organisation'),
		filter.ended
			? and(lt(places.validTo, filter.day), isNull(places.mergedInto))
			: or(isNull(places.validTo), gte(places.validTo, filter.day)),
		filter.reach,
		within === undefined ? undefined : liesWithin(places.path, [within]),
		ofKind(filter.kind),
		...(['parentId', 'answersTo', 'sector'] as const).map((member) => {
			const value = filter[member];
			return value === undefined ? undefined : eq(equals[member], value);
		}),
		fold(query) === '' ? undefined : or(contains(places.folded, fold(query)), isCoded(tidy(query))),
		after && comesAfter({ sort: places.nameSort, id: places.id }, { sort: after.nameSort, id: after.id })
	];
}

/** Those of which nobody said what they are count as others. */
function ofKind(kind: OrganisationKind | undefined): SQL | undefined {
	if (kind === undefined) return undefined;
	const is = eq(places.organisationKind, kind);
	return kind === 'other' ? or(is, isNull(places.organisationKind)) : is;
}

/** Organisations that exist, in the order of Vietnamese dictionaries; one more than asked for tells that there are more. */
export async function listOrganisations(reader: Reader, filter: OrganisationFilter): Promise<OrganisationList> {
	const rows = await reader
		.select({
			id: places.id,
			name: places.name,
			organisationKind: places.organisationKind,
			sector: places.sector,
			grade: places.grade,
			schoolYear: places.schoolYear,
			parent: { id: above.id, name: above.name }
		})
		.from(places)
		.leftJoin(above, eq(above.id, places.parentId))
		.where(and(...conditionsOf(filter)))
		.orderBy(asc(inByteOrder(places.nameSort)), asc(inByteOrder(places.id)))
		.limit(filter.limit + 1);
	const organisations = rows
		.slice(0, filter.limit)
		.map((row) => ({ ...row, organisationKind: row.organisationKind ?? 'other' }));
	return { organisations, next: rows.length > filter.limit ? (organisations.at(-1)?.id ?? null) : null };
}

/** The same of those that lie where the actor holds one of the roles. */
export function listOrganisationsFor(
	reader: Reader,
	actor: Actor,
	{ roles, ...filter }: Omit<OrganisationFilter, 'reach'> & { roles: readonly Role[] }
): Promise<OrganisationList> {
	return listOrganisations(reader, { ...filter, reach: withinGrants(actor, roles, places.path) });
}

type Details = Pick<Place, 'organisationKind' | 'sector' | 'answersTo' | 'grade' | 'schoolYear' | 'officialCode'>;

export async function keepDetails(tx: Writer, id: string, details: Details): Promise<void> {
	await tx.update(places).set(details).where(eq(places.id, id));
}

/** Whether something that has not ended lies directly in it, of one kind or of any. */
export async function holdsStanding(reader: Reader, { id, day, kind }: { id: string; day: string; kind?: 'class' }) {
	const found = await reader.$count(
		places,
		and(
			eq(places.parentId, id),
			or(isNull(places.validTo), gte(places.validTo, day)),
			kind && eq(places.organisationKind, kind)
		)
	);
	return found > 0;
}

/** Longer than this no line of authority is. */
const longestLine = 10;

/** Whether one answers to the other, directly or through others. */
export async function answersUpTo(reader: Reader, fromId: string | null, wantedId: string): Promise<boolean> {
	let at: string | null = fromId;
	for (let steps = 0; at !== null && steps < longestLine; steps++) {
		if (at === wantedId) return true;
		at = (await findPlace(reader, at))?.answersTo ?? null;
	}
	// A line that is too long is none.
	return at !== null;
}

/** Organisations among these places. */
export function listOrganisationsAmong(reader: Reader, ids: readonly string[]) {
	return reader
		.select({ id: places.id, path: places.path })
		.from(places)
		.where(and(inArray(places.id, [...ids]), eq(places.kind, 'organisation')));
}

const boss = alias(places, 'boss');

/** Organisations that answer to one at or below these paths. */
export function listAnsweringTo(reader: Reader, paths: readonly string[]) {
	return reader
		.select({ id: places.id, path: places.path })
		.from(boss)
		.innerJoin(places, eq(places.answersTo, boss.id))
		.where(liesWithin(boss.path, paths));
}
