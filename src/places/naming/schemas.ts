import { Type, type Static } from 'typebox';
import { PlaceId, PlaceName, strict } from '../schema-parts.ts';

/** The day from which it is called so; empty: today. */
export const NewName = strict({
	name: PlaceName,
	from: Type.String({ maxLength: 20 }),
	document: Type.Optional(Type.String({ maxLength: 200 }))
});
export type NewName = Static<typeof NewName>;

export const NewCode = strict({ officialCode: Type.String({ maxLength: 80 }) });
export const NewDistrict = strict({ name: PlaceName });
export const DistrictParams = strict({ id: PlaceId, nameId: PlaceId });
