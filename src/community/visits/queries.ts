import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import { liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { attendances, attendanceTicks, classSessions, helpEntries } from '../tables.ts';
import { teamManagers } from '../teams/who-may.ts';
import type { EntryKind } from './tables.ts';

export type EntryRow = typeof helpEntries.$inferSelect;

export async function addEntry(tx: Writer, row: EntryRow): Promise<void> {
	await tx.insert(helpEntries).values(row);
}

export async function changeEntryRow(tx: Writer, id: string, part: Partial<EntryRow>): Promise<void> {
	await tx.update(helpEntries).set(part).where(eq(helpEntries.id, id));
}

/** An entry, whoever wrote it; for telling whether an id is taken. */
export async function findEntryById(reader: Reader, id: string): Promise<EntryRow | undefined> {
	const [row] = await reader.select().from(helpEntries).where(eq(helpEntries.id, id));
	return row;
}

/** One's own entries and, for officers and administrators, all within their places. */
function readable(actor: Actor): SQL | undefined {
	return or(eq(helpEntries.writerId, actor.accountId ?? ''), withinGrants(actor, teamManagers, helpEntries.placePath));
}

export async function findReadable(reader: Reader, actor: Actor, id: string): Promise<EntryRow | undefined> {
	const [row] = await reader
		.select()
		.from(helpEntries)
		.where(and(eq(helpEntries.id, id), readable(actor)));
	return row;
}

/** What the actor may read of one kind, the latest first. */
export function listEntries(
	reader: Reader,
	actor: Actor,
	{ kind, after, limit }: { kind: EntryKind; after: EntryRow | undefined; limit: number }
): Promise<EntryRow[]> {
	const beyond =
		after && or(lt(helpEntries.at, after.at), and(eq(helpEntries.at, after.at), lt(helpEntries.id, after.id)));
	return reader
		.select()
		.from(helpEntries)
		.where(and(eq(helpEntries.kind, kind), readable(actor), beyond))
		.orderBy(desc(helpEntries.at), desc(helpEntries.id))
		.limit(limit);
}

/** An interval of time, its end not in it. */
export interface Span {
	readonly from: Date;
	readonly to: Date;
}

/** A page of all entries within the actor's places as an officer, the oldest first. */
export function listForExport(
	reader: Reader,
	actor: Actor,
	{ from, to, after, limit }: Span & { after: EntryRow | undefined; limit: number }
): Promise<EntryRow[]> {
	const later =
		after && or(gt(helpEntries.at, after.at), and(eq(helpEntries.at, after.at), gt(helpEntries.id, after.id)));
	return reader
		.select()
		.from(helpEntries)
		.where(
			and(
				withinGrants(actor, teamManagers, helpEntries.placePath),
				gte(helpEntries.at, from),
				lt(helpEntries.at, to),
				later
			)
		)
		.orderBy(asc(helpEntries.at), asc(helpEntries.id))
		.limit(limit);
}

/** When and how long these people helped within a path; what was struck out is not among it. */
export async function listHelpTimes(reader: Reader, { path, writerIds, from, to }: Span & Where) {
	if (writerIds.length === 0) return [];
	return reader
		.select({
			accountId: helpEntries.writerId,
			kind: helpEntries.kind,
			at: helpEntries.at,
			minutes: helpEntries.minutes
		})
		.from(helpEntries)
		.where(
			and(
				inArray(helpEntries.writerId, writerIds),
				liesWithin(helpEntries.placePath, [path]),
				isNull(helpEntries.struckAt),
				gte(helpEntries.at, from),
				lt(helpEntries.at, to)
			)
		);
}

interface Where {
	readonly path: string;
	readonly writerIds: string[];
}

/** Sessions within a path that somebody came to, once for each who planned it or took attendance in it. */
export async function listTaught(reader: Reader, { path, from, to }: Span & Pick<Where, 'path'>) {
	const rows = await reader
		.selectDistinct({
			id: classSessions.id,
			at: classSessions.startsAt,
			minutes: classSessions.minutes,
			madeBy: classSessions.madeBy,
			taker: attendanceTicks.taker
		})
		.from(classSessions)
		.innerJoin(attendances, eq(attendances.sessionId, classSessions.id))
		.innerJoin(attendanceTicks, eq(attendanceTicks.attendanceId, attendances.id))
		.where(
			and(
				liesWithin(classSessions.placePath, [path]),
				isNull(classSessions.cancelledAt),
				gte(classSessions.startsAt, from),
				lt(classSessions.startsAt, to)
			)
		);
	const each = rows.flatMap(({ madeBy, taker, ...session }) =>
		[madeBy, taker].map((accountId) => ({ accountId, ...session }))
	);
	return [...new Map(each.map((row) => [`${row.id} ${row.accountId}`, row])).values()];
}

/** Entries that name one helped learner name another from now on; returns which they are. */
export async function moveEntries(tx: Writer, { from, into }: { from: string; into: string }): Promise<string[]> {
	const moved = await tx
		.update(helpEntries)
		.set({ helpedId: into })
		.where(eq(helpEntries.helpedId, from))
		.returning({ id: helpEntries.id });
	return moved.map(({ id }) => id);
}

/** These name the other again, unless somebody has changed meanwhile whom they name. */
export async function returnEntries(
	tx: Writer,
	ids: string[],
	{ from, into }: { from: string; into: string }
): Promise<void> {
	if (ids.length === 0) return;
	const theirs = and(inArray(helpEntries.id, ids), eq(helpEntries.helpedId, from));
	await tx.update(helpEntries).set({ helpedId: into }).where(theirs);
}
