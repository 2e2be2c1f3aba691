import { and, asc, desc, eq, inArray, isNull, like, type SQL } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import { comesAfter, contains, inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { classKeepers } from '../community-house.ts';
import { attendances, helpedLearners, helpedMerges, helpEntries, learnerCards } from '../tables.ts';

export type HelpedRow = typeof helpedLearners.$inferSelect;
export type CardRow = typeof learnerCards.$inferSelect;

const withinReach = (actor: Actor): SQL => withinGrants(actor, classKeepers, helpedLearners.placePath);

export async function addHelped(tx: Writer, row: HelpedRow): Promise<void> {
	await tx.insert(helpedLearners).values(row);
}

export async function changeHelpedRow(tx: Writer, id: string, part: Partial<HelpedRow>): Promise<void> {
	await tx.update(helpedLearners).set(part).where(eq(helpedLearners.id, id));
}

/** What was written down of her is gone, her cards and whoever she was merged with too; that somebody was visited stays, not that it was she. */
export async function dropHelped(tx: Writer, id: string): Promise<void> {
	await tx.update(helpEntries).set({ helpedId: null }).where(eq(helpEntries.helpedId, id));
	await tx.delete(learnerCards).where(eq(learnerCards.helpedId, id));
	await tx.delete(helpedMerges).where(eq(helpedMerges.helpedId, id));
	await tx.delete(helpedLearners).where(eq(helpedLearners.id, id));
}

/** A helped learner within the actor's places; undefined for any other. */
export async function findHelped(reader: Reader, actor: Actor, id: string): Promise<HelpedRow | undefined> {
	const [row] = await reader
		.select()
		.from(helpedLearners)
		.where(and(eq(helpedLearners.id, id), withinReach(actor)));
	return row;
}

/** Whether there is somebody of this id, wherever she lives. */
export async function isTakenId(reader: Reader, id: string): Promise<boolean> {
	const [row] = await reader.select({ id: helpedLearners.id }).from(helpedLearners).where(eq(helpedLearners.id, id));
	return row !== undefined;
}

/** Those of these within the actor's places. */
export async function listReachableHelped(reader: Reader, actor: Actor, ids: string[]): Promise<HelpedRow[]> {
	if (ids.length === 0) return [];
	return reader
		.select()
		.from(helpedLearners)
		.where(and(inArray(helpedLearners.id, ids), withinReach(actor)));
}

/** Those within the actor's places who were ticked at a session, in the order in which they came. */
export async function listTickedHelped(reader: Reader, actor: Actor, sessionId: string): Promise<HelpedRow[]> {
	const rows = await reader
		.select({ helped: helpedLearners })
		.from(attendances)
		.innerJoin(helpedLearners, eq(helpedLearners.learnerId, attendances.learnerId))
		.where(and(eq(attendances.sessionId, sessionId), withinReach(actor)))
		.orderBy(asc(attendances.firstAt), asc(attendances.id));
	return rows.map(({ helped }) => helped);
}

/** Those of these learners who were made with a helper. */
export async function listHelpedByLearner(reader: Reader, learnerIds: string[]): Promise<HelpedRow[]> {
	if (learnerIds.length === 0) return [];
	return reader.select().from(helpedLearners).where(inArray(helpedLearners.learnerId, learnerIds));
}

/** Those of these rows that are there, wherever they belong. */
export async function listHelpedByIds(reader: Reader, ids: string[]): Promise<HelpedRow[]> {
	if (ids.length === 0) return [];
	return reader.select().from(helpedLearners).where(inArray(helpedLearners.id, ids));
}

export interface HelpedFilter {
	/** Folded text that the name contains; empty for all. */
	folded: string;
	/** Only in this place and below it. */
	path?: string;
	after?: HelpedRow | undefined;
	limit: number;
}

/** Helped learners within the actor's places, by given name. */
export function searchHelped(reader: Reader, actor: Actor, filter: HelpedFilter): Promise<HelpedRow[]> {
	const { folded, path, after, limit } = filter;
	const keys = { sort: helpedLearners.nameSort, id: helpedLearners.id };
	return reader
		.select()
		.from(helpedLearners)
		.where(
			and(
				withinReach(actor),
				path === undefined ? undefined : liesWithin(helpedLearners.placePath, [path]),
				folded === '' ? undefined : contains(helpedLearners.nameFolded, folded),
				after && comesAfter(keys, { sort: after.nameSort, id: after.id })
			)
		)
		.orderBy(asc(inByteOrder(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

/** People of one place whose key begins so: the same name and year, whatever tells them apart. */
export function listSamePeople(reader: Reader, placeId: string, keyUpToApart: string): Promise<HelpedRow[]> {
	return reader
		.select()
		.from(helpedLearners)
		.where(
			and(
				eq(helpedLearners.placeId, placeId),
				like(helpedLearners.personKey, `${keyUpToApart.replace(/[%_\\]/g, '_')}%`)
			)
		)
		.limit(100);
}

export async function addCard(tx: Writer, card: CardRow): Promise<void> {
	await tx.insert(learnerCards).values(card);
}

export async function changeCard(tx: Writer, id: string, part: Partial<CardRow>): Promise<void> {
	await tx.update(learnerCards).set(part).where(eq(learnerCards.id, id));
}

/** Cards that were good until now open nothing any more. */
export async function endCards(tx: Writer, helpedId: string, endedAt: Date): Promise<void> {
	await tx
		.update(learnerCards)
		.set({ endedAt })
		.where(and(eq(learnerCards.helpedId, helpedId), isNull(learnerCards.endedAt)));
}

/** The card that is good now, with whose it is. */
export async function findCardByMark(reader: Reader, codeMark: string) {
	const [found] = await reader
		.select({ card: learnerCards, helped: helpedLearners })
		.from(learnerCards)
		.innerJoin(helpedLearners, eq(helpedLearners.id, learnerCards.helpedId))
		.where(and(eq(learnerCards.codeMark, codeMark), isNull(learnerCards.endedAt)));
	return found;
}

export async function findCardOf(reader: Reader, helpedId: string): Promise<CardRow | undefined> {
	const [card] = await reader
		.select()
		.from(learnerCards)
		.where(and(eq(learnerCards.helpedId, helpedId), isNull(learnerCards.endedAt)))
		.orderBy(desc(learnerCards.madeAt))
		.limit(1);
	return card;
}

/** Every card she ever had. */
export function listCards(reader: Reader, helpedId: string): Promise<CardRow[]> {
	return reader.select().from(learnerCards).where(eq(learnerCards.helpedId, helpedId));
}
