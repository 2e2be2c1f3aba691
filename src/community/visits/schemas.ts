import { Type, type Static, type TProperties } from 'typebox';
import { entryKinds } from './tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Named = Type.Object({ id: Text, name: Text });
const NamedOrNull = Type.Union([Named, Type.Null()]);
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Instant = Type.String({ format: 'date-time' });
const Kind = Type.Enum(entryKinds);
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 2_000 });
const Month = Type.String({ maxLength: 20, description: 'A month in Viet Nam: `2026-11`.' });

export const EntryParams = strict({ id: Id });

const typedEntry = {
	kind: Kind,
	placeId: Type.String({ maxLength: 100 }),
	/** A day and a time in Viet Nam: `2026-11-25`, `19:30`; now where neither is given. */
	day: Type.Optional(Type.String({ maxLength: 40 })),
	time: Type.Optional(Type.String({ maxLength: 40 })),
	/** As long as usual where it is not given. */
	minutes: Type.Optional(Type.Number()),
	household: Type.Optional(Typed),
	helpedId: Type.Optional(Id),
	did: Type.Optional(Typed),
	procedure: Type.Optional(Type.String({ maxLength: 100 })),
	procedureWords: Type.Optional(Typed),
	alone: Type.Optional(Type.Boolean()),
	courseId: Type.Optional(Id),
	lessonId: Type.Optional(Id),
	nextTime: Type.Optional(Typed)
};
export const ChangedEntry = strict(typedEntry);
export type ChangedEntry = Static<typeof ChangedEntry>;
export const NewEntry = strict({
	...typedEntry,
	/** The phone's own id for it, a UUID: sent twice it is there once. */
	id: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }))
});
export type NewEntry = Static<typeof NewEntry>;

export const EntryView = Type.Object({
	id: Text,
	kind: Kind,
	place: Named,
	at: Instant,
	minutes: Type.Integer(),
	household: TextOrNull,
	helped: NamedOrNull,
	did: TextOrNull,
	procedure: NamedOrNull,
	procedureWords: TextOrNull,
	alone: Type.Union([Type.Boolean(), Type.Null()]),
	course: NamedOrNull,
	lesson: NamedOrNull,
	nextTime: TextOrNull,
	/** The writer's name; null where the account is closed. */
	writer: TextOrNull,
	mine: Type.Boolean(),
	/** It is one's own, and the days for correcting it are not over. */
	correctable: Type.Boolean(),
	struck: Type.Boolean()
});
export type EntryView = Static<typeof EntryView>;

export const EntryQuery = strict({ kind: Kind, after: Type.Optional(Id) });
export type EntryQuery = Static<typeof EntryQuery>;
export const EntryList = Type.Object({ entries: Type.Array(EntryView), next: TextOrNull });
export type EntryList = Static<typeof EntryList>;
export const ExportQuery = strict({ month: Month });

export const HoursQuery = strict({ month: Month });
const times = { count: Type.Integer(), minutes: Type.Integer() };
const hours = {
	visits: Type.Object(times),
	desk: Type.Object(times),
	classes: Type.Object(times),
	/** All of them. */
	minutes: Type.Integer()
};
export const TeamHours = Type.Object({
	team: Named,
	place: Named,
	month: Text,
	members: Type.Array(Type.Object({ id: Text, name: TextOrNull, ...hours }))
});
export type TeamHours = Static<typeof TeamHours>;
