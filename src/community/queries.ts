import {
	and,
	asc,
	desc,
	eq,
	exists,
	gt,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	notExists,
	or,
	type SQL
} from 'drizzle-orm';
import { withinGrants, type Actor } from '../platform/actor.ts';
import { liesWithin } from '../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { classKeepers } from './community-house.ts';
import { pathsAbove } from './paths.ts';
import { attendances, classSessions } from './tables.ts';

export type ClassRow = typeof classSessions.$inferSelect;

export async function addClass(tx: Writer, row: ClassRow): Promise<void> {
	await tx.insert(classSessions).values(row);
}

export async function changeClassRow(tx: Writer, id: string, part: Partial<ClassRow>): Promise<void> {
	await tx.update(classSessions).set(part).where(eq(classSessions.id, id));
}

/** A session within the places where the actor holds classes; undefined for any other. */
export async function findClass(reader: Reader, actor: Actor, id: string): Promise<ClassRow | undefined> {
	const [row] = await reader
		.select()
		.from(classSessions)
		.where(and(eq(classSessions.id, id), withinGrants(actor, classKeepers, classSessions.placePath)));
	return row;
}

export async function findClassByCode(reader: Reader, code: string): Promise<ClassRow | undefined> {
	const [row] = await reader.select().from(classSessions).where(eq(classSessions.code, code));
	return row;
}

/** The session that was made to follow this one. */
export async function findFollowing(reader: Reader, id: string): Promise<ClassRow | undefined> {
	const [row] = await reader
		.select()
		.from(classSessions)
		.where(and(eq(classSessions.followsId, id), isNull(classSessions.cancelledAt)))
		.orderBy(asc(classSessions.startsAt), asc(classSessions.id))
		.limit(1);
	return row;
}

/** The sessions of one place at one time that were not cancelled. */
export function listAt(reader: Reader, { placeId, startsAt }: Pick<ClassRow, 'placeId' | 'startsAt'>) {
	return reader
		.select()
		.from(classSessions)
		.where(
			and(eq(classSessions.placeId, placeId), eq(classSessions.startsAt, startsAt), isNull(classSessions.cancelledAt))
		);
}

export interface NearFilter {
	path: string;
	since: Date;
	/** The last session of the page before. */
	after: ClassRow | undefined;
	limit: number;
}

function nearTo(path: string): SQL | undefined {
	const within = liesWithin(classSessions.placePath, [path]);
	const above = pathsAbove(path);
	return above.length === 0 ? within : or(within, inArray(classSessions.placePath, above));
}

/** The session of this id that is told to those who look at the place; undefined for one of another place. */
export async function findNear(reader: Reader, { path, id }: { path: string; id: string }) {
	const [row] = await reader
		.select()
		.from(classSessions)
		.where(and(eq(classSessions.id, id), nearTo(path)));
	return row;
}

/** What comes after a session in the order of their times. */
function beyond(after: ClassRow | undefined, further: typeof gt | typeof lt): SQL | undefined {
	return (
		after &&
		or(
			further(classSessions.startsAt, after.startsAt),
			and(eq(classSessions.startsAt, after.startsAt), further(classSessions.id, after.id))
		)
	);
}

/**
 * Sessions of a place, of what lies below it and of what it lies in (the commune's are for its villages too) that begin
 * after an instant, the next one first.
 */
export function listNear(reader: Reader, { path, since, after, limit }: NearFilter) {
	return reader
		.select()
		.from(classSessions)
		.where(and(nearTo(path), gte(classSessions.startsAt, since), beyond(after, gt)))
		.orderBy(asc(classSessions.startsAt), asc(classSessions.id))
		.limit(limit);
}

export interface ClassFilter {
	when: 'coming' | 'open' | 'past';
	/** What began before this instant is no longer coming. */
	onSince: Date;
	after: ClassRow | undefined;
	limit: number;
}

/** Sessions within the actor's places: those to come from the next one on, the others from the last one back. */
export function listClasses(reader: Reader, actor: Actor, filter: ClassFilter): Promise<ClassRow[]> {
	const { after, limit } = filter;
	const coming = filter.when === 'coming';
	const order = coming ? asc : desc;
	return reader
		.select()
		.from(classSessions)
		.where(
			and(
				withinGrants(actor, classKeepers, classSessions.placePath),
				...kept(reader, filter),
				beyond(after, coming ? gt : lt)
			)
		)
		.orderBy(order(classSessions.startsAt), order(classSessions.id))
		.limit(limit);
}

function kept(reader: Reader, { when, onSince }: ClassFilter): (SQL | undefined)[] {
	if (when === 'coming') return [gte(classSessions.startsAt, onSince)];
	const somebody = reader
		.select({ id: attendances.id })
		.from(attendances)
		.where(eq(attendances.sessionId, classSessions.id));
	if (when === 'open')
		return [lt(classSessions.startsAt, onSince), isNull(classSessions.cancelledAt), notExists(somebody)];
	return [lt(classSessions.startsAt, onSince), or(exists(somebody), isNotNull(classSessions.cancelledAt))];
}
