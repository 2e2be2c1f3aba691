import { Type, type Static } from 'typebox';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);
const States = ['waiting', 'submitted', 'confirmed', 'refused', 'withdrawn', 'cancelled'] as const;
const Faults = ['away', 'untrusted', 'clock', 'someone-else', 'rejected', 'no-identity', 'not-for-practice'] as const;

const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });
export const IdParams = Type.Object({ id }, { additionalProperties: false });
export const AfterQuery = Type.Object(
	{ after: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z-]{1,64}$' })) },
	{ additionalProperties: false }
);

/** How far the confirmation of a record has come, for its holder. */
export const ConfirmationView = Type.Object({
	state: Type.Enum([...States]),
	steps: Type.Array(Type.Object({ step: Type.Enum(['requested', 'submitted', ...States.slice(2)]), at: Instant })),
	waitsFor: Nullable(Type.Enum(['sending', 'answer', 'identity', 'register', 'officer', 'practice'])),
	reason: Nullable(Type.String({ description: 'Why it was refused, in words.' })),
	simulated: Type.Boolean({ description: 'Practice: VNeID was never told.' })
});
export type ConfirmationView = Static<typeof ConfirmationView>;
export const ConfirmationAnswer = Type.Object({ confirmation: Nullable(ConfirmationView) });

/** How the site and the register get on; counted is what lies within the places of whoever asks. */
export const RegisterStanding = Type.Object({
	configured: Type.Boolean(),
	siteKey: Type.String({ description: 'The public key (Ed25519) by which the register knows this site.' }),
	resting: Type.Boolean({ description: 'This process leaves the register alone for a while because it is down.' }),
	counts: Type.Object(
		Object.fromEntries(States.map((state) => [state, Type.Integer()])) as Record<
			(typeof States)[number],
			ReturnType<typeof Type.Integer>
		>
	),
	troubles: Type.Integer()
});
export type RegisterStanding = Static<typeof RegisterStanding>;

/** A confirmation that an officer has to look at. */
const TroubleView = Type.Object({
	code: Text,
	requestedAt: Instant,
	state: Type.Enum([...States]),
	fault: Nullable(Type.Enum([...Faults])),
	reason: Nullable(Text),
	ways: Type.Array(Type.Enum(['again', 'anew', 'give-up'])),
	simulated: Type.Boolean(),
	opens: Type.Boolean({ description: 'Whether the asker may open the record itself; everybody can check it.' })
});
export type TroubleView = Static<typeof TroubleView>;
export const TroubleList = Type.Object({ troubles: Type.Array(TroubleView), next: Nullable(Text) });
export type TroubleList = Static<typeof TroubleList>;
export const MendingBody = Type.Object(
	{ mending: Type.Enum(['again', 'anew', 'give-up']) },
	{ additionalProperties: false }
);

export const ReconciliationView = Type.Object({
	id: Text,
	askedAt: Instant,
	nightly: Type.Boolean(),
	finishedAt: Nullable(Instant),
	here: Nullable(Type.Integer()),
	there: Nullable(Type.Integer()),
	same: Nullable(Type.Integer()),
	differing: Nullable(Type.Integer()),
	fault: Nullable(Type.Enum([...Faults]))
});
export type ReconciliationView = Static<typeof ReconciliationView>;
export const ReconciliationList = Type.Object({ reconciliations: Type.Array(ReconciliationView) });
export type ReconciliationList = Static<typeof ReconciliationList>;

const Remedies = ['send', 'withdraw', 'take-over', 'accept'] as const;
const MismatchView = Type.Object({
	id: Text,
	code: Text,
	kind: Type.Enum(['only-here', 'only-there', 'someone-else', 'different']),
	here: Nullable(Type.Enum([...States])),
	there: Nullable(Type.Enum([...States])),
	remedies: Type.Array(Type.Enum([...Remedies])),
	remedy: Nullable(Type.Enum([...Remedies])),
	reason: Nullable(Text),
	settledAt: Nullable(Instant)
});
export type MismatchView = Static<typeof MismatchView>;
export const MismatchList = Type.Object({
	reconciliation: ReconciliationView,
	mismatches: Type.Array(MismatchView),
	next: Nullable(Text)
});
export type MismatchList = Static<typeof MismatchList>;
export const RemedyBody = Type.Object(
	{ remedy: Type.Enum([...Remedies]), reason: Type.Optional(Type.String({ maxLength: 2000 })) },
	{ additionalProperties: false }
);
