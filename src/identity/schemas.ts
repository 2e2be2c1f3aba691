import { Type, type Static, type TProperties } from 'typebox';
import { purposes } from './tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Id = Type.String({ minLength: 1, maxLength: 60 });
const Instant = Type.String({ format: 'date-time' });

/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 300 });
const TypedPassword = Type.String({ maxLength: 2_000 });
const TypedToken = Type.String({ minLength: 1, maxLength: 100 });

export const IdParams = strict({ id: Id });

const PlaceName = Type.Object({ id: Text, name: Text, path: Text });
const GrantView = Type.Object({ id: Text, role: Text, place: PlaceName });

export const Me = Type.Object({
	account: Type.Union([
		Type.Object({
			id: Text,
			name: Text,
			username: TextOrNull,
			phone: TextOrNull,
			birthYear: Type.Integer(),
			place: Type.Union([PlaceName, Type.Null()])
		}),
		Type.Null()
	]),
	/** The roles held anywhere; which on which place is in `grants`. */
	roles: Type.Array(Text),
	grants: Type.Array(Type.Object({ role: Text, place: PlaceName })),
	learner: Type.Object({ known: Type.Boolean() }),
	/** Learning on this device that nobody has claimed, for somebody signed in; `asked` when they said it is not theirs. */
	deviceLearning: Type.Union([Type.Object({ present: Type.Boolean(), asked: Type.Boolean() }), Type.Null()])
});
export type Me = Static<typeof Me>;

export const NewAccount = strict({
	name: Typed,
	birthYear: Type.Number(),
	placeId: Type.Optional(Id),
	phone: Type.Optional(Typed),
	username: Type.Optional(Typed),
	password: TypedPassword,
	/** "Is the learning on this device yours?" yes, no, or not asked yet. */
	takeDeviceLearning: Type.Optional(Type.Boolean())
});
export type NewAccount = Static<typeof NewAccount>;

/** All that one's account says; what is left out is taken away. */
export const ChangedAccount = strict({
	name: Typed,
	birthYear: Type.Number(),
	placeId: Type.Optional(Id),
	phone: Type.Optional(Typed),
	username: Type.Optional(Typed)
});
export type ChangedAccount = Static<typeof ChangedAccount>;

export const ConsentParams = strict({ purpose: Type.Enum(purposes) });
export const NewConsent = strict({
	/** Who says so, for whoever may be a child. */
	guardian: Type.Optional(Typed)
});
export type NewConsent = Static<typeof NewConsent>;
export const ConsentList = Type.Object({
	/** She may be too young to agree by herself. */
	guardianNeeded: Type.Boolean(),
	hasPhone: Type.Boolean(),
	purposes: Type.Array(
		Type.Object({
			purpose: Type.Enum(purposes),
			given: Type.Boolean(),
			guardian: TextOrNull,
			since: Type.Union([Instant, Type.Null()])
		})
	)
});
export type ConsentList = Static<typeof ConsentList>;

export const SignIn = strict({ identifier: Typed, password: TypedPassword, accountId: Type.Optional(Id) });
export type SignIn = Static<typeof SignIn>;

export const SignInAgain = strict({ accountId: Id, password: TypedPassword });
export type SignInAgain = Static<typeof SignInAgain>;

/** Who has learnt on this device; known to the device's cookies only. */
export const PeopleHere = Type.Object({
	people: Type.Array(Type.Object({ accountId: Text, name: Text, current: Type.Boolean() })),
	/** Those who learn here without an account, each by a number. */
	learners: Type.Array(Type.Object({ number: Type.Integer(), since: Instant, current: Type.Boolean() }))
});
export type PeopleHere = Static<typeof PeopleHere>;

/** As which learner without an account to go on; without a number, as a new one. */
export const LearnerHere = strict({ number: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })) });

export const DeviceLearning = strict({ take: Type.Boolean() });

export const PasswordChange = strict({ current: TypedPassword, next: TypedPassword });
export type PasswordChange = Static<typeof PasswordChange>;

export const SessionList = Type.Object({
	sessions: Type.Array(
		Type.Object({ id: Text, device: Text, createdAt: Instant, lastUsedAt: Instant, current: Type.Boolean() })
	)
});

export const SessionSign = strict({ sign: Type.String({ maxLength: 200 }) });
export const SessionStanding = Type.Object({
	signedOut: Type.Boolean(),
	/** Of the session that asks; null where nobody is signed in. */
	sign: TextOrNull
});
export type SessionStanding = Static<typeof SessionStanding>;

export const NewReopening = strict({ accountId: Id });
export const ReopeningSheet = Type.Object({ code: Text, expiresAt: Instant, name: Text, identifier: Text });
export const ReopeningUse = strict({ identifier: Typed, code: Typed, password: TypedPassword });
export type ReopeningUse = Static<typeof ReopeningUse>;

export const AccountQuery = strict({
	query: Type.Optional(Typed),
	/** The id of the last account of the page before. */
	after: Type.Optional(Id)
});
export type AccountQuery = Static<typeof AccountQuery>;

export const AccountView = Type.Object({
	id: Text,
	name: Text,
	birthYear: Type.Integer(),
	/** All but the last digits hidden, unless she agreed to be called and it was she who was looked at. */
	phone: TextOrNull,
	username: TextOrNull,
	place: Type.Union([PlaceName, Type.Null()]),
	grants: Type.Array(GrantView),
	createdAt: Instant
});
export type AccountView = Static<typeof AccountView>;
export const AccountList = Type.Object({ accounts: Type.Array(AccountView), next: TextOrNull });

/** Everybody is a learner; these are given. */
const grantedRoles = ['helper', 'teacher', 'editor', 'overseer', 'officer', 'administrator'] as const;
export const NewGrant = strict({ accountId: Id, role: Type.Enum(grantedRoles), placeId: Id });
export type NewGrant = Static<typeof NewGrant>;
export { GrantView };

export const FirstAdministrator = strict({
	token: TypedToken,
	name: Typed,
	birthYear: Type.Number(),
	username: Typed,
	phone: Type.Optional(Typed),
	password: TypedPassword
});
export type FirstAdministrator = Static<typeof FirstAdministrator>;

export const TryToken = strict({ token: TypedToken });

/** Who one would be by a link for trying things out. */
export const TryLinkView = Type.Object({
	name: Text,
	place: Text,
	roles: Type.Array(Type.Object({ role: Text, place: Text }))
});
export type TryLinkView = Static<typeof TryLinkView>;
