import { Type, type Static, type TProperties } from 'typebox';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Named = Type.Object({ id: Text, name: Text });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Day = Type.String({ description: 'A day in Viet Nam: `2026-11-25`.' });
const TypedDay = Type.String({ maxLength: 40 });
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 400 });

export const TeamParams = strict({ id: Id });
export const MemberParams = strict({ id: Id, memberId: Id });

export const TypedTeam = strict({
	kind: Type.String({ maxLength: 100 }),
	name: Typed,
	placeId: Type.String({ maxLength: 100 })
});
export type TypedTeam = Static<typeof TypedTeam>;

const typedMember = {
	/** One of the rules' `sponsors`; in words what that does not say. */
	sponsor: Type.String({ maxLength: 100 }),
	sponsorWords: Type.Optional(Typed),
	area: Type.Optional(Typed),
	phone: Type.Optional(Typed)
};
export const NewMembership = strict({ code: Type.String({ maxLength: 200 }), ...typedMember });
export type NewMembership = Static<typeof NewMembership>;
export const ChangedMember = strict({
	...typedMember,
	joinedOn: TypedDay,
	/** Only officers and administrators of the place name leads. */
	lead: Type.Optional(Type.Boolean())
});
export type ChangedMember = Static<typeof ChangedMember>;
export const Leaving = strict({ leftOn: Type.Optional(TypedDay) });

const summary = {
	id: Text,
	/** What such a team is called, in the reader's language. */
	kind: Named,
	name: Text,
	place: Type.Object({ id: Text, name: Text, /** Merged or renamed: to be moved. */ ended: Type.Boolean() }),
	members: Type.Integer(),
	/** The reader's own membership; null where she is not in it. */
	mine: Type.Union([Type.Object({ id: Text, lead: Type.Boolean() }), Type.Null()])
};
export const TeamSummary = Type.Object(summary);
export type TeamSummary = Static<typeof TeamSummary>;
export const TeamQuery = strict({ after: Type.Optional(Id) });
export const TeamList = Type.Object({ teams: Type.Array(TeamSummary), next: TextOrNull });
export type TeamList = Static<typeof TeamList>;

const Member = Type.Object({
	id: Text,
	/** Null where the account is closed. */
	name: TextOrNull,
	sponsor: Named,
	sponsorWords: TextOrNull,
	area: TextOrNull,
	phone: TextOrNull,
	lead: Type.Boolean(),
	joinedOn: Day,
	leftOn: Type.Union([Day, Type.Null()]),
	/** She has finished the lesson about people's data. */
	trained: Type.Boolean(),
	mine: Type.Boolean()
});
export type Member = Static<typeof Member>;
export const TeamView = Type.Object({
	...summary,
	people: Type.Array(Member),
	/** Those who have left; told to leads, officers and administrators. */
	former: Type.Array(Member),
	/** What the reader may do: name, place and leads; members. */
	may: Type.Object({ manage: Type.Boolean(), lead: Type.Boolean() })
});
export type TeamView = Static<typeof TeamView>;

/** Told this once and kept nowhere. */
export const Invitation = Type.Object({ team: Named, code: Text, expiresAt: Type.String({ format: 'date-time' }) });
export type Invitation = Static<typeof Invitation>;

export const HeadcountQuery = strict({ day: TypedDay, placeId: Type.Optional(Id) });
export type HeadcountQuery = Static<typeof HeadcountQuery>;
const count = { then: Type.Integer(), now: Type.Integer() };
export const Headcount = Type.Object({
	day: Day,
	...count,
	sponsors: Type.Array(Type.Object({ id: Text, name: Text, ...count }))
});
export type Headcount = Static<typeof Headcount>;
