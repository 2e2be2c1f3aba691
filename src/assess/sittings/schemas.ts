import { Type, type Static, type TSchema } from 'typebox';
import type { Assurance } from '../tables.ts';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };
const words = <T extends string>(...all: T[]) => Type.Unsafe<T>(Type.Union(all.map((each) => Type.Literal(each))));

export const SittingParams = Type.Object({ id: Id });
export const CodeParams = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) });

export const NewSitting = Type.Object(
	{
		testId: Id,
		placeId: Id,
		retakeAllowed: Type.Optional(
			Type.Boolean({
				description: 'Whether who took the test lately may take it here again; it is kept that this was so.'
			})
		)
	},
	closed
);
export type NewSitting = Static<typeof NewSitting>;

const attemptId = Type.Optional(Id);
/** One, or without an id everybody. */
export const Whom = Type.Object({ attemptId }, closed);
export const Extension = Type.Object(
	{
		attemptId,
		minutes: Type.Integer({ minimum: 1, maximum: 60 }),
		key: Type.String({ pattern: '^[\\w-]{8,64}$', description: 'The same key again gives nothing more.' })
	},
	closed
);
export const One = Type.Object({ attemptId: Id }, closed);
export const Void = Type.Object({ attemptId: Id, reason: Type.String({ maxLength: 300 }) }, closed);
export const Closing = Type.Object({ endAll: Type.Optional(Type.Boolean()) }, closed);
export const Joining = Type.Object({ name: Type.Optional(Type.String({ maxLength: 80 })) }, closed);

const about = {
	testTitle: Text,
	minutes: Nullable(Type.Integer()),
	place: Type.Object({ id: Text, name: Text }),
	open: Type.Boolean()
};

/** What whoever has the code sees. */
export const SittingDoor = Type.Object({
	...about,
	code: Text,
	as: Nullable(Type.String({ description: 'The name of whoever asks, where she has one here.' })),
	own: Type.Boolean({ description: 'Whoever asks opened it herself.' }),
	attemptId: Nullable(Type.String({ description: 'Her attempt, where she has joined.' }))
});
export type SittingDoor = Static<typeof SittingDoor>;

const Sitter = Type.Object({
	attemptId: Text,
	number: Type.Integer({ description: 'In the order in which people came, from 1.' }),
	name: Nullable(Text),
	mine: Type.Boolean({ description: 'One’s own: somebody else has to supervise it.' }),
	state: words('working', 'paused', 'finished', 'void'),
	assurance: Type.Unsafe<Assurance>(Text),
	helped: Type.Boolean(),
	question: Nullable(Type.Integer({ description: 'The first that waits for an answer, from 1.' })),
	answered: Type.Integer(),
	total: Type.Integer(),
	lastSeenAt: Type.String({ format: 'date-time', description: 'When she joined, or answered last.' }),
	minutesLeft: Nullable(Type.Integer()),
	level: Nullable(Type.String({ description: 'The level attained, once it is finished and counts.' })),
	voidReason: Nullable(Text)
});

const sitting = {
	...{ id: Text, ...about },
	openedAt: Instant,
	endsAt: Type.String({ format: 'date-time', description: 'When it closes by itself.' }),
	closedAt: Nullable(Instant)
};
/** A sitting with everybody in it, as its supervisors see it: never what was answered. */
export const SittingView = Type.Object({
	...sitting,
	code: Text,
	retakeAllowed: Type.Boolean(),
	levels: Type.Boolean({ description: 'Whether the test has levels to attain.' }),
	people: Type.Array(Sitter)
});
export type SittingView = Static<typeof SittingView>;

export const SittingList = Type.Object({
	sittings: Type.Array(Type.Object({ ...sitting, people: Type.Integer() }))
});
export type SittingList = Static<typeof SittingList>;
