import { Type, type Static } from 'typebox';
import { Id, Instant, Organisation, strict, Text, TextOrNull, Typed } from '../schemas.ts';
import { mostDays } from './join-code.ts';

export const CodeParams = strict({ code: Type.String({ minLength: 1, maxLength: 200 }) });
export const JoinCodeParams = strict({ id: Id, codeId: Id });
export const NewJoinCode = strict({ days: Type.Integer({ minimum: 1, maximum: mostDays }) });
/** What she is there, in its words: chuyên viên, kế toán, học sinh. */
export const Joining = strict({ position: Type.Optional(Typed) });
export const Transfer = strict({ placeId: Id });

export const JoinCode = Type.Object({ id: Text, code: Text, path: Text, endsAt: Instant });
export type JoinCode = Static<typeof JoinCode>;

export const OrganisationView = Type.Object({
	...Organisation.properties,
	closed: Type.Boolean(),
	/** Whether whoever asks may change something here. */
	manages: Type.Boolean(),
	members: Type.Integer(),
	/** The staff list of the organisation itself: how many stand in it, and how many of them have an account. */
	listed: Type.Integer(),
	matched: Type.Integer(),
	codes: Type.Array(JoinCode)
});
export type OrganisationView = Static<typeof OrganisationView>;

const Member = Type.Object({
	id: Text,
	/** Null where the account is closed. */
	name: TextOrNull,
	birthYear: Type.Union([Type.Integer(), Type.Null()]),
	position: TextOrNull,
	joinedAt: Instant,
	place: Type.Object({ id: Text, name: Text })
});
export type Member = Static<typeof Member>;
export const MemberList = Type.Object({ members: Type.Array(Member), next: TextOrNull });
export type MemberList = Static<typeof MemberList>;

const Own = Type.Object({ id: Text, position: TextOrNull, joinedAt: Instant, place: Organisation });
export const OwnMemberships = Type.Object({ memberships: Type.Array(Own) });
export type OwnMemberships = Static<typeof OwnMemberships>;

export const JoiningView = Type.Object({
	code: Text,
	place: Organisation,
	/** Whoever asks belongs there already. */
	member: Type.Boolean()
});
export type JoiningView = Static<typeof JoiningView>;

export const DestinationsQuery = strict({ query: Type.Optional(Type.String({ maxLength: 200 })) });
export const Destinations = Type.Object({
	/** The nearest first: what lies in it, what stands beside it, then the rest. */
	places: Type.Array(Organisation),
	more: Type.Boolean()
});
export type Destinations = Static<typeof Destinations>;
