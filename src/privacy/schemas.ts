import { Type, type Static } from 'typebox';

const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

/** One thing that is kept, field by field, in the reader's words; times as ISO strings. */
const EntryView = Type.Array(Type.Object({ label: Text, value: Text, kind: Type.Enum(['text', 'time']) }));

const PartView = Type.Object({
	id: Text,
	title: Text,
	why: Text,
	/** What outlives a deletion, and why; null where nothing does. */
	stays: TextOrNull,
	count: Type.Integer(),
	/** The newest; all of them are in the file. */
	entries: Type.Array(EntryView)
});

export const OwnDataView = Type.Object({
	/** As whom: with an account, by a printed card, on this device without either, or nobody yet. */
	as: Type.Enum(['account', 'card', 'device', 'nobody']),
	parts: Type.Array(PartView)
});
export type OwnDataView = Static<typeof OwnDataView>;

export const OwnDataQuery = Type.Object(
	{ most: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$' })) },
	{ additionalProperties: false }
);

export const Erasure = Type.Object(
	{
		/** She has read what goes and what stays. */
		sure: Type.Boolean(),
		/** Where she has an account. */
		password: Type.Optional(Type.String({ maxLength: 2_000 }))
	},
	{ additionalProperties: false }
);
export type Erasure = Static<typeof Erasure>;
