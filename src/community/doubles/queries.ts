import { and, asc, desc, eq, gt, lte, ne, or, sql } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import { inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { classKeepers } from '../community-house.ts';
import type { HelpedRow } from '../helped/queries.ts';
import { helpedLearners, helpedMerges } from '../tables.ts';

type MergeRow = typeof helpedMerges.$inferSelect;

/** Others of the same place, or of the same name in the actor's places; those of about the same year first. */
export function listLikely(
	reader: Reader,
	actor: Actor,
	{ id, placeId, nameFolded, birthYear }: HelpedRow
): Promise<HelpedRow[]> {
	return reader
		.select()
		.from(helpedLearners)
		.where(
			and(
				withinGrants(actor, classKeepers, helpedLearners.placePath),
				ne(helpedLearners.id, id),
				or(eq(helpedLearners.placeId, placeId), eq(helpedLearners.nameFolded, nameFolded))
			)
		)
		.orderBy(asc(sql`abs(${helpedLearners.birthYear} - ${birthYear})`), asc(inByteOrder(helpedLearners.nameSort)))
		.limit(500);
}

export async function isNameTaken(
	reader: Reader,
	{ placeId, personKey }: Pick<HelpedRow, 'placeId' | 'personKey'>
): Promise<boolean> {
	const [row] = await reader
		.select({ id: helpedLearners.id })
		.from(helpedLearners)
		.where(and(eq(helpedLearners.placeId, placeId), eq(helpedLearners.personKey, personKey)));
	return row !== undefined;
}

export async function addMerge(tx: Writer, row: MergeRow): Promise<void> {
	await tx.insert(helpedMerges).values(row);
}

export async function findMerge(reader: Reader, id: string): Promise<MergeRow | undefined> {
	const [row] = await reader.select().from(helpedMerges).where(eq(helpedMerges.id, id));
	return row;
}

/** The latest merge into somebody since then; without what was learnt. */
export async function findLatestMerge(reader: Reader, helpedId: string, since: Date) {
	const { id, otherName, otherPlacePath, mergedAt } = helpedMerges;
	const [row] = await reader
		.select({ id, otherName, otherPlacePath, mergedAt })
		.from(helpedMerges)
		.where(and(eq(helpedMerges.helpedId, helpedId), gt(mergedAt, since)))
		.orderBy(desc(mergedAt), desc(id))
		.limit(1);
	return row;
}

export async function dropMerge(tx: Writer, id: string): Promise<void> {
	await tx.delete(helpedMerges).where(eq(helpedMerges.id, id));
}

export async function dropMergesUntil(tx: Writer, until: Date): Promise<void> {
	await tx.delete(helpedMerges).where(lte(helpedMerges.mergedAt, until));
}
