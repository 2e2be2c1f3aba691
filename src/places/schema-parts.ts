import { Type, type TProperties } from 'typebox';

export const strict = <T extends TProperties>(properties: T) =>
	Type.Object(properties, { additionalProperties: false });
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
	Type.Union([schema, Type.Null()]);

export const PlaceId = Type.String({ minLength: 1, maxLength: 60 });
/** As typed: what is wrong with it is said by the rules. */
export const PlaceName = Type.String({ maxLength: 400 });
