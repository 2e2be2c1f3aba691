import { Type, type Static } from 'typebox';
import { Id, Instant, Organisation, strict, Text, TextOrNull } from '../schemas.ts';
import { importKinds, importStates } from './tables.ts';

const Kind = Type.Optional(Type.Enum([...importKinds], { description: 'Staff lists unless told otherwise.' }));

/** Which page a plain form came from, in its language. */
export const UploadQuery = strict({ placeId: Id, kind: Kind, page: Type.Optional(Type.Enum(['vi', 'en'])) });
export const ImportsQuery = strict({ placeId: Id, kind: Kind });
export const TemplateQuery = strict({ kind: Kind });
export const Kept = Type.Object({ id: Text });

const summary = {
	id: Text,
	kind: Type.Enum([...importKinds]),
	state: Type.Enum([...importStates]),
	rows: Type.Integer(),
	/** Rows that can be brought in; afterwards, that were. */
	good: Type.Integer(),
	bad: Type.Integer(),
	/** People who stand in the list, or places that are there, already. */
	known: Type.Integer(),
	/** How far the running step has come, or how much was taken back; of how many rows is known when the file is read. */
	done: Type.Integer(),
	startedAt: Instant
};
export const ImportList = Type.Object({ place: Organisation, imports: Type.Array(Type.Object(summary)) });
export type ImportList = Static<typeof ImportList>;
export const ImportView = Type.Object({
	...summary,
	place: Organisation,
	/** Whether the place is an organisation, with a list of its own. */
	listed: Type.Boolean(),
	/** Why nothing can be read of the file. */
	useless: TextOrNull,
	/** What of the file was not read: its other sheets. */
	leftOut: TextOrNull,
	/** The first of the good rows as they were read, before they go in: the name, and each other column with what stands there. */
	first: Type.Array(Type.Object({ line: Type.Integer(), name: Text, told: Type.Array(Text) })),
	/** The first rows with faults, each saying why in the language of whoever asks. */
	faults: Type.Array(Type.Object({ line: Type.Integer(), name: Text, why: Type.Array(Text) })),
	/** The first of what stayed when the rest was taken back. */
	kept: Type.Array(Type.Object({ line: Type.Integer(), name: Text }))
});
export type ImportView = Static<typeof ImportView>;
