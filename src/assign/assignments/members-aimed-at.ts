import { and, asc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { organisationKindAt, type OrganisationKind } from '../../places/index.ts';
import { liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { positionThere } from '../members/position.ts';
import { memberships } from '../members/tables.ts';
import type { TargetRow } from './queries.ts';

/** Somebody who belongs to an organisation. */
export interface Member {
	readonly learnerId: string;
	readonly placeId: string;
	readonly placePath: string;
	readonly organisationKind: OrganisationKind | null;
	readonly position: string | null;
}

const memberIn = (reader: Reader) => ({
	learnerId: memberships.learnerId,
	placeId: memberships.placeId,
	placePath: memberships.placePath,
	organisationKind: organisationKindAt(reader, memberships.placeId),
	position: memberships.position
});

/**
 * Those who belong to the places aimed at, person by person: so many after a person, or some of them. Positions are not
 * looked at yet.
 */
export function listMembersAimedAt(
	reader: Reader,
	targets: readonly TargetRow[],
	which: { after: string; limit: number } | { among: readonly string[] }
): Promise<Member[]> {
	const these =
		'after' in which ? gt(memberships.learnerId, which.after) : inArray(memberships.learnerId, [...which.among]);
	const isPositionAsked = targets.some(({ kind }) => kind === 'position');
	return (
		reader
			.select({ ...memberIn(reader), ...(isPositionAsked && { position: positionThere(reader) }) })
			.from(memberships)
			.where(and(isNull(memberships.endedAt), these, aimedAt(reader, targets)))
			// In whatever order an index has them: nobody sees it, and each portion begins where the last one ended.
			.orderBy(asc(memberships.learnerId), asc(memberships.joinedAt), asc(memberships.id))
			.limit('after' in which ? which.limit : 10_000)
	);
}

/** Who they are alone, in the same order, each once. */
export async function listLearnersAimedAt(
	reader: Reader,
	targets: readonly TargetRow[],
	{ after, limit }: { after: string; limit: number }
): Promise<string[]> {
	const rows = await reader
		.selectDistinct({ learnerId: memberships.learnerId })
		.from(memberships)
		.where(and(isNull(memberships.endedAt), gt(memberships.learnerId, after), aimedAt(reader, targets)))
		.orderBy(asc(memberships.learnerId))
		.limit(limit);
	return rows.map(({ learnerId }) => learnerId);
}

/** Places with the kind of organisation that is meant there, and people one by one. */
function aimedAt(reader: Reader, targets: readonly TargetRow[]): SQL | undefined {
	const paths = new Map<TargetRow['organisationKind'], string[]>();
	for (const { kind, organisationKind, placePath } of targets)
		if (kind !== 'person') paths.set(organisationKind, [...(paths.get(organisationKind) ?? []), placePath]);
	const wide = [...paths].map(([kind, within]) =>
		and(
			liesWithin(memberships.placePath, [...new Set(within)]),
			kind === null ? undefined : sql`${organisationKindAt(reader, memberships.placeId)} = ${kind}`
		)
	);
	const single = targets.flatMap(({ kind, learnerId }) => (kind === 'person' && learnerId ? [learnerId] : []));
	return or(...wide, single.length ? inArray(memberships.learnerId, single) : undefined) ?? sql`1 = 0`;
}

/** Where somebody belongs now, the earliest first. */
export function listMembershipsOf(reader: Reader, learnerId: string): Promise<Member[]> {
	return reader
		.select({ ...memberIn(reader), position: positionThere(reader) })
		.from(memberships)
		.where(and(eq(memberships.learnerId, learnerId), isNull(memberships.endedAt)))
		.orderBy(asc(memberships.joinedAt), asc(memberships.id));
}
