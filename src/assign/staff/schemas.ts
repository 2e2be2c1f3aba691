import { Type, type Static } from 'typebox';
import { Id, Organisation, strict, Text, TextOrNull, Typed } from '../schemas.ts';
import { matchWays } from './tables.ts';

const YearOrNull = Type.Union([Type.Integer(), Type.Null()]);

export const TypedEntry = strict({
	name: Typed,
	birthYear: Type.Optional(Type.Number()),
	phone: Type.Optional(Typed),
	/** For reminders, where her office says so. */
	email: Type.Optional(Typed),
	position: Type.Optional(Typed),
	staffNumber: Type.Optional(Typed),
	/** Tells her from another of one name and year in the same list. */
	apart: Type.Optional(Typed)
});
export type TypedEntry = Static<typeof TypedEntry>;

export const StaffQuery = strict({
	after: Type.Optional(Id),
	/** `missing`: only those without an account. `doubtful`: only those who may be one of several members. */
	only: Type.Optional(Type.Enum(['missing', 'doubtful']))
});
export type StaffQuery = Static<typeof StaffQuery>;

const Candidate = Type.Object({ membershipId: Text, name: Text, birthYear: Type.Integer(), position: TextOrNull });
const entry = {
	id: Text,
	name: Text,
	birthYear: YearOrNull,
	phone: TextOrNull,
	email: TextOrNull,
	position: TextOrNull,
	staffNumber: TextOrNull,
	apart: TextOrNull,
	/** By what her account was recognised; null where she has none yet, or which it is is not certain. */
	matchedBy: Type.Union([Type.Enum([...matchWays]), Type.Null()])
};
export const EntryView = Type.Object({
	...entry,
	place: Organisation,
	/** Members who may be she. */
	candidates: Type.Array(Candidate)
});
export type EntryView = Static<typeof EntryView>;
export const StaffList = Type.Object({
	place: Organisation,
	entries: Type.Array(Type.Object({ ...entry, doubtful: Type.Boolean() })),
	listed: Type.Integer(),
	matched: Type.Integer(),
	next: TextOrNull
});
export type StaffList = Static<typeof StaffList>;

/** Which member somebody of the list is. */
export const ToldMatch = strict({ membershipId: Id });
