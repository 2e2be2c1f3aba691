import { Type, type Static } from 'typebox';
import { HelpedParams, HelpedSummary } from '../helped/schemas.ts';

const Id = HelpedParams.properties.id;

export const DoublesQuery = Type.Object(
	{ query: Type.Optional(Type.String({ maxLength: 300 })) },
	{ additionalProperties: false }
);
/** Who may be the same person, the likeliest first. */
export const DoublesList = Type.Object({ learners: Type.Array(HelpedSummary) });
export type DoublesList = Static<typeof DoublesList>;

export const Merging = Type.Object({ otherId: Id }, { additionalProperties: false });
export const MergeParams = Type.Object({ id: Id, mergeId: Id }, { additionalProperties: false });
