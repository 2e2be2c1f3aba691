import { Type, type Static, type TProperties } from 'typebox';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Id = Type.String({ minLength: 1, maxLength: 100 });

export const RecognisedParams = strict({ id: Id, recognisedId: Id });

/** Whose a written name is: one of the two. */
export const Whose = strict({ accountId: Type.Optional(Id), helpedId: Type.Optional(Id) });
export type Whose = Static<typeof Whose>;

/** A name under which somebody in the list was written in at first; as long as that can be taken back. */
export const RecognisedName = Type.Object({
	id: Type.String(),
	name: Type.String(),
	until: Type.String({ format: 'date-time' })
});
