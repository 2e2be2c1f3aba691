import { Type, type Static, type TProperties } from 'typebox';
import { joinings } from './tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Named = Type.Object({ id: Text, name: Text });
const Id = Type.String({ minLength: 1, maxLength: 100 });

export const HouseholdParams = strict({ id: Id });
export const RelativeParams = strict({ id: Id, memberId: Id });

export const NewHousehold = strict({
	/** In the words of the village: "nhà ông Bảy". */
	name: Type.String({ maxLength: 400 }),
	/** For a helper who writes a household down; without it, it is one's own, where one lives. */
	placeId: Type.Optional(Type.String({ maxLength: 100 }))
});
export type NewHousehold = Static<typeof NewHousehold>;
export const FamilyCode = strict({ code: Type.String({ maxLength: 200 }) });
export const Guiding = strict({ guides: Type.Boolean() });
export const NewRelative = strict({
	helpedId: Id,
	/** She heard that those at home see her name, and said yes. */
	consent: Type.Boolean()
});
export type NewRelative = Static<typeof NewRelative>;

const Relative = Type.Object({
	id: Text,
	/** Null where the account is closed. */
	name: TextOrNull,
	/** She finished the course that the rule names. */
	learnt: Type.Boolean(),
	guides: Type.Boolean(),
	consent: Type.Enum(joinings),
	mine: Type.Boolean()
});
export type Relative = Static<typeof Relative>;
const summary = {
	id: Text,
	name: Text,
	place: Named,
	members: Type.Integer(),
	/** The rule is met: a "Gia đình số". */
	digital: Type.Boolean()
};
export const HouseholdView = Type.Object({ ...summary, code: Text, people: Type.Array(Relative) });
export type HouseholdView = Static<typeof HouseholdView>;
/** One's own household; null where one is in none. */
export const OwnHousehold = Type.Object({ household: Type.Union([HouseholdView, Type.Null()]) });
export type OwnHousehold = Static<typeof OwnHousehold>;

export const HouseholdQuery = strict({ after: Type.Optional(Id) });
export const HouseholdList = Type.Object({ households: Type.Array(Type.Object(summary)), next: TextOrNull });
export type HouseholdList = Static<typeof HouseholdList>;

/** Of each place: how many households are written down, and how many of them meet the rule. */
export const HouseholdShares = Type.Object({
	places: Type.Array(Type.Object({ place: Named, households: Type.Integer(), digital: Type.Integer() })),
	households: Type.Integer(),
	digital: Type.Integer()
});
export type HouseholdShares = Static<typeof HouseholdShares>;
