import { Type, type TProperties } from 'typebox';

export const strict = <T extends TProperties>(properties: T) =>
	Type.Object(properties, { additionalProperties: false });
export const Text = Type.String();
export const TextOrNull = Type.Union([Type.String(), Type.Null()]);
export const Id = Type.String({ minLength: 1, maxLength: 100 });
export const IdParams = strict({ id: Id });
/** The id of the last one of the page before. */
export const Page = strict({ after: Type.Optional(Id) });
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
export const Typed = Type.String({ maxLength: 400 });
export const Instant = Type.String({ format: 'date-time' });
export const Organisation = Type.Object({ id: Text, name: Text, within: TextOrNull });
