import { Type, type Static } from 'typebox';
import { Id, Instant, Organisation, strict, Text, TextOrNull } from '../schemas.ts';
import { commentRoles } from './tables.ts';

/** Wider than it may be: the rules say so in words. */
const Said = Type.String({ maxLength: 8000 });

export const NewComment = strict({
	/** Without it, with an assignment: the nearest place of one's own that it concerns. */
	placeId: Type.Optional(Id),
	assignmentId: Type.Optional(Id),
	text: Said
});
export type NewComment = Static<typeof NewComment>;
export const NewReply = strict({ text: Said });

export const CommentQuery = strict({
	/** At or below this place. */
	placeId: Type.Optional(Id),
	assignmentId: Type.Optional(Id),
	only: Type.Optional(Type.Enum(['waiting'])),
	after: Type.Optional(Id)
});
export type CommentQuery = Static<typeof CommentQuery>;

const Comment = Type.Object({
	id: Text,
	/** Null where the account is closed. */
	writer: TextOrNull,
	role: Type.Enum([...commentRoles]),
	/** Empty where it was taken back. */
	text: Text,
	writtenAt: Instant,
	withdrawn: Type.Boolean(),
	/** Whether whoever asks wrote it, and may take it back. */
	mine: Type.Boolean()
});
export const CommentThread = Type.Object({
	id: Text,
	place: Organisation,
	assignment: Type.Union([Type.Object({ id: Text, title: Text }), Type.Null()]),
	waiting: Type.Boolean(),
	/** Whether whoever asks may answer. */
	mayReply: Type.Boolean(),
	/** The first in front. */
	comments: Type.Array(Comment)
});
export type CommentThread = Static<typeof CommentThread>;
export const CommentList = Type.Object({
	threads: Type.Array(CommentThread),
	/** How many within one’s places wait for an answer. */
	waiting: Type.Integer(),
	next: TextOrNull
});
export type CommentList = Static<typeof CommentList>;
export const CommentCount = Type.Object({ waiting: Type.Integer() });
export type CommentCount = Static<typeof CommentCount>;
