import type { PgColumn } from 'drizzle-orm/pg-core';
import { accounts } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { flag, index, instant, table, text } from '../../platform/persistence/columns.ts';
import { assignments } from '../assignments/tables.ts';

/** As what somebody writes: who oversees, or who answers for the place. */
export const commentRoles = ['overseer', 'officer', 'administrator'] as const;
export type CommentRole = (typeof commentRoles)[number];

/** What overseers say about how a place learns, or about one assignment, and what its officers answer. Never changed. */
export const comments = table(
	'comments',
	{
		/** Ordered by time. */
		id: text().primaryKey(),
		/** The first of its thread; null where it is that itself. */
		threadId: text().references((): PgColumn => comments.id),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		assignmentId: text().references(() => assignments.id),
		/** Null once she has had all that is hers deleted. */
		writerId: text().references(() => accounts.id),
		role: text().$type<CommentRole>().notNull(),
		/** Empty once it is taken back. */
		text: text().notNull(),
		writtenAt: instant().notNull(),
		withdrawnAt: instant(),
		/** Of the first of a thread: an answer is waited for. */
		waiting: flag().notNull()
	},
	(row) => [
		index('comments_place').on(row.placePath, row.waiting),
		index('comments_thread').on(row.threadId),
		index('comments_writer').on(row.writerId)
	]
);
