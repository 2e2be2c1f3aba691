import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import { inByteOrder, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { comments } from '../tables.ts';
import { commentRoles } from './tables.ts';

export type CommentRow = typeof comments.$inferSelect;

export async function addComment(tx: Writer, row: CommentRow): Promise<void> {
	await tx.insert(comments).values(row);
}

export async function changeComment(tx: Writer, id: string, part: Partial<CommentRow>): Promise<void> {
	await tx.update(comments).set(part).where(eq(comments.id, id));
}

export async function findComment(reader: Reader, id: string): Promise<CommentRow | undefined> {
	const [row] = await reader.select().from(comments).where(eq(comments.id, id));
	return row;
}

export interface ThreadFilter {
	readonly path: string | undefined;
	readonly assignmentId: string | undefined;
	readonly waiting: boolean;
	readonly after: string | undefined;
	readonly limit: number;
}

/** The first ones of threads within the actor's places, the newest in front. */
export function listThreads(reader: Reader, actor: Actor, filter: ThreadFilter): Promise<CommentRow[]> {
	const { path, assignmentId, waiting, after, limit } = filter;
	return reader
		.select()
		.from(comments)
		.where(
			and(
				isNull(comments.threadId),
				withinGrants(actor, commentRoles, comments.placePath),
				path === undefined ? undefined : liesWithin(comments.placePath, [path]),
				assignmentId === undefined ? undefined : eq(comments.assignmentId, assignmentId),
				waiting ? eq(comments.waiting, true) : undefined,
				after === undefined ? undefined : lt(inByteOrder(comments.id), after)
			)
		)
		.orderBy(desc(inByteOrder(comments.id)))
		.limit(limit);
}

/** All that was said in these threads, the oldest in front. */
export function listOfThreads(reader: Reader, ids: readonly string[]): Promise<CommentRow[]> {
	const wanted = ['', ...ids];
	return reader
		.select()
		.from(comments)
		.where(or(inArray(comments.id, wanted), inArray(comments.threadId, wanted)))
		.orderBy(asc(inByteOrder(comments.id)));
}

/** How many threads within the actor's places wait for an answer. */
export function countWaiting(reader: Reader, actor: Actor): Promise<number> {
	return reader.$count(
		comments,
		and(eq(comments.waiting, true), withinGrants(actor, commentRoles, comments.placePath))
	);
}
