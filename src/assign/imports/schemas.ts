import { Type, type Static } from 'typebox';
import { Id, Instant, Organisation, strict, Text } from '../schemas.ts';

const states = ['checking', 'checked', 'running', 'done', 'undoing', 'undone', 'dropped'] as const;

/** Which page a plain form came from, in its language. */
export const UploadQuery = strict({ placeId: Id, page: Type.Optional(Type.Enum(['vi', 'en'])) });
export const ImportsQuery = strict({ placeId: Id });
export const Kept = Type.Object({ id: Text });

const summary = {
	id: Text,
	state: Type.Enum([...states]),
	rows: Type.Integer(),
	/** Rows that can be brought in; afterwards, that were. */
	good: Type.Integer(),
	bad: Type.Integer(),
	/** People who stand in the list already. */
	known: Type.Integer(),
	/** How far the running step has come; of one that was taken back, how much was. */
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
	/** The first rows with faults, each saying why in the language of whoever asks. */
	faults: Type.Array(Type.Object({ line: Type.Integer(), name: Text, why: Type.Array(Text) }))
});
export type ImportView = Static<typeof ImportView>;
