import { Type, type Static, type TProperties } from 'typebox';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Id = Type.String({ minLength: 1, maxLength: 100 });

/** Which people, each once: who has something late, something open and nothing late, all done, or no account yet. */
const rowStates = ['late', 'open', 'done', 'unregistered'] as const;
export type RowState = (typeof rowStates)[number];

const chosen = {
	/** An organisation or place: only who belongs there or below. */
	placeId: Type.Optional(Id),
	assignmentId: Type.Optional(Id),
	state: Type.Optional(Type.Enum([...rowStates])),
	query: Type.Optional(Type.String({ maxLength: 300 }))
};
export const BoardFilter = strict(chosen);
export type BoardFilter = Static<typeof BoardFilter>;

export const BoardQuery = strict({
	...chosen,
	/** The id of the last one of the page before. */
	after: Type.Optional(Id)
});
export type BoardQuery = Static<typeof BoardQuery>;

export const BoardFileQuery = strict({
	...chosen,
	format: Type.Enum(['csv', 'xlsx']),
	/** That of the page whose file it is; otherwise the reader’s. */
	lang: Type.Optional(Type.Enum(['vi', 'en']))
});
export type BoardFileQuery = Static<typeof BoardFileQuery>;

export const BoardCell = Type.Object({
	state: Type.Enum(['done', 'open', 'late', 'waived', 'equivalent', 'not-asked', 'unregistered']),
	/** The same words on the page and in the files. */
	text: Text
});
export type BoardCell = Static<typeof BoardCell>;

export const BoardRow = Type.Object({
	id: Text,
	name: Text,
	place: Text,
	position: TextOrNull,
	/** On the staff list, without an account. */
	registered: Type.Boolean(),
	cells: Type.Array(BoardCell)
});
export type BoardRow = Static<typeof BoardRow>;

const Choice = Type.Object({ id: Text, name: Text });

export const Board = Type.Object({
	modules: Type.Array(Type.Object({ subject: Text, title: Text })),
	/** More than fit beside each other: one assignment has to be chosen. */
	moreModules: Type.Boolean(),
	rows: Type.Array(BoardRow),
	next: TextOrNull,
	/** What can be chosen among. */
	places: Type.Array(Choice),
	assignments: Type.Array(Choice)
});
export type Board = Static<typeof Board>;

/** Of everybody whom the filters let through, not of one page. */
export const BoardTotals = Type.Object({
	people: Type.Integer(),
	unregistered: Type.Integer(),
	modules: Type.Array(
		Type.Object({ subject: Text, done: Type.Integer(), asked: Type.Integer(), late: Type.Integer(), text: Text })
	)
});
export type BoardTotals = Static<typeof BoardTotals>;
