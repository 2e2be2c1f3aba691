import { Type, type Static, type TProperties } from 'typebox';
import { Me } from '../schemas.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Text, Type.Null()]);
const Day = Type.String({ format: 'date' });
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 300 });
/** An address within the site. */
const Path = Type.String({ pattern: '^/(?![/\\\\])[^\\s\\\\]*$', maxLength: 500 });

export const VneidOffer = Type.Object({
	offered: Type.Boolean(),
	/** Whether it is a stand-in; null before it was asked. */
	simulated: Type.Union([Type.Boolean(), Type.Null()])
});

export type VneidOffer = Static<typeof VneidOffer>;

export const NewTrip = strict({
	/** To come in, or to join the identity to the account that is signed in. */
	purpose: Type.Enum(['enter', 'join'] as const),
	next: Type.Optional(Path)
});
export type NewTrip = Static<typeof NewTrip>;
export const TripBegun = Type.Object({ url: Text });

export const Return = strict({ query: Type.String({ maxLength: 4_000 }) });
export const Returned = Type.Object({
	/** `entered`: signed in. `joined`: it was this account's already. `waits`: she is to say whose account she is. */
	outcome: Type.Enum(['entered', 'joined', 'waits'] as const),
	next: TextOrNull
});
export type Returned = Static<typeof Returned>;

const Vouched = {
	name: Text,
	birthDate: Day,
	level: Type.Integer({ minimum: 1, maximum: 2 }),
	/** All but the last three digits hidden. */
	number: Text,
	guardian: TextOrNull,
	simulated: Type.Boolean()
};

export const WaitingView = Type.Object({
	/** To be sent with what is said of her. */
	waiting: Text,
	...Vouched,
	/** Under sixteen: a guardian has to consent. */
	child: Type.Boolean(),
	/** Whether name and year of birth are those of the account that is signed in; null where nobody is. */
	same: Type.Union([Type.Boolean(), Type.Null()]),
	/** Another account that has this identity already, beside the one that is signed in. */
	other: Type.Union([Type.Object({ name: Text, since: Type.String({ format: 'date-time' }) }), Type.Null()]),
	next: TextOrNull
});
export type WaitingView = Static<typeof WaitingView>;

/** Whom the page showed, as `waiting` of the one who waits: two tabs may bring two people. */
export const Shown = Type.Optional(Type.String({ maxLength: 64 }));

const consent = {
	waiting: Shown,
	consent: Type.Boolean(),
	/** Who consents for somebody under sixteen. */
	guardian: Type.Optional(Typed)
};

export const Joining = strict({ ...consent, differs: Type.Optional(Type.Boolean()) });
export type Joining = Static<typeof Joining>;

export const VneidAccount = strict({
	...consent,
	phone: Type.Optional(Typed),
	username: Type.Optional(Typed),
	password: Type.String({ maxLength: 2_000 }),
	takeDeviceLearning: Type.Optional(Type.Boolean())
});
export type VneidAccount = Static<typeof VneidAccount>;

export const OwnIdentity = Type.Object({
	offered: Type.Boolean(),
	identity: Type.Union([
		Type.Object({
			...Vouched,
			checkedAt: Type.String({ format: 'date-time' }),
			consentedAt: Type.String({ format: 'date-time' })
		}),
		Type.Null()
	])
});
export type OwnIdentity = Static<typeof OwnIdentity>;
export { Me };
