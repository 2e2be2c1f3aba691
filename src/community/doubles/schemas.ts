import { Type, type Static } from 'typebox';
import { Shown } from '../../identity/index.ts';
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

export const Uniting = Type.Object(
	{
		sure: Type.Boolean(),
		/** Said where name or year of birth are not those of the identity. */
		differs: Type.Optional(Type.Boolean()),
		waiting: Shown,
		/** Of the account that is signed in. */
		password: Type.String({ maxLength: 2_000 })
	},
	{ additionalProperties: false }
);
export type Uniting = Static<typeof Uniting>;

const Instant = Type.String({ format: 'date-time' });
export const AccountUnion = Type.Object({
	id: Id,
	/** What the other account was called. */
	name: Type.String(),
	at: Instant,
	/** Until when it can be undone. */
	until: Instant
});
export type AccountUnion = Static<typeof AccountUnion>;
export const LastUnion = Type.Object({ last: Type.Union([AccountUnion, Type.Null()]) });
export type LastUnion = Static<typeof LastUnion>;
export const UnionParams = Type.Object({ id: Id }, { additionalProperties: false });
