import { Type, type Static } from 'typebox';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });
const Skill = Type.Object({ code: Text, name: Text });

/** Wide enough for any way of writing a code; what can't be one is told apart as a slip of the pen. */
export const CodeParams = Type.Object(
	{ code: Type.String({ minLength: 1, maxLength: 200 }) },
	{ additionalProperties: false }
);

/** The name's own rules are said by the use case, one sentence each: see confirmed-name.ts. */
export const NewRecord = Type.Object(
	{
		attemptId: Type.String({ minLength: 1, maxLength: 64 }),
		name: Type.String({ maxLength: 400 }),
		rule: Type.Optional(
			Type.String({ minLength: 1, maxLength: 60, description: 'By this rule, not for the course of the attempt.' })
		)
	},
	{ additionalProperties: false }
);
export type NewRecord = Static<typeof NewRecord>;

export const NameCorrection = Type.Object({ name: NewRecord.properties.name }, { additionalProperties: false });

export const Withdrawal = Type.Object({ reason: Type.String({ maxLength: 2000 }) }, { additionalProperties: false });

const Kind = Type.Enum(['course', 'group', 'skill', 'merit'], {
	description: 'What it is of; where it is no course, the course members tell the rule it was given by.'
});
/** How sure it is who did it, and how: one or more. */
const How = Type.Array(Type.Enum(['alone', 'helped', 'supervised', 'identity-checked']));
/** The record that took the place of this one: because the name was put right, or for the reason that goes with it. */
const ReplacedBy = Type.Optional(Text);

/** A record as its holder sees it, or an administrator of the holder's place. */
export const RecordView = Type.Object({
	code: Text,
	kind: Kind,
	name: Text,
	courseId: Text,
	courseTitle: Type.String({ description: 'As signed, in Vietnamese.' }),
	courseVersion: Type.Integer(),
	skills: Type.Array(Skill),
	score: Type.Integer(),
	total: Type.Integer(),
	passPercent: Type.Integer(),
	completedAt: Instant,
	issuedAt: Instant,
	status: Type.Union([Type.Literal('valid'), Type.Literal('withdrawn'), Type.Literal('replaced')]),
	replacedBy: ReplacedBy,
	replaces: Type.Optional(Text),
	withdrawnAt: Type.Optional(Instant),
	reason: Type.Optional(Text),
	keyId: Text,
	verifyUrl: Text,
	codeUrl: Type.String({
		description: 'What the QR code holds: verifyUrl, with the signed text and its signature packed behind the #.'
	}),
	how: How,
	nameChecked: Type.Boolean({ description: 'The name is that of a checked identity, not only her own word.' }),
	simulated: Type.Boolean({ description: 'Made for practice: it counts nowhere.' })
});
export type RecordView = Static<typeof RecordView>;

/** A record that she has earned and nobody has collected yet. */
const OfferView = Type.Object({
	attemptId: Text,
	kind: Kind,
	courseId: Type.String({ description: 'The course, or of another kind the rule.' }),
	courseTitle: Text,
	offeredAt: Instant
});

export const RecordList = Type.Object({ records: Type.Array(RecordView), offers: Type.Array(OfferView) });
export type RecordList = Static<typeof RecordList>;

/** What anyone may know of a record whose code they hold; no more than is needed to believe a paper or not. */
export const Verification = Type.Object({
	status: Type.Union([
		Type.Literal('valid'),
		Type.Literal('withdrawn'),
		Type.Literal('replaced'),
		Type.Literal('invalid'),
		Type.Literal('unknown'),
		Type.Literal('mistyped')
	]),
	code: Type.Optional(Type.String({ description: 'The code in its one written form; absent where it was mistyped.' })),
	maskedName: Type.Optional(Text),
	kind: Type.Optional(Kind),
	courseTitle: Type.Optional(Text),
	how: Type.Optional(How),
	replacedBy: ReplacedBy,
	issuedAt: Type.Optional(Instant),
	nameChecked: Type.Optional(Type.Boolean({ description: 'The name is that of a checked identity.' })),
	simulated: Type.Optional(Type.Boolean({ description: 'Made for practice: it counts nowhere.' })),
	withdrawnAt: Type.Optional(Instant),
	reason: Type.Optional(Text),
	signature: Type.Optional(
		Type.Object({
			keyId: Text,
			valid: Type.Boolean({ description: 'False: do not trust this record, whatever it says.' })
		})
	)
});
export type Verification = Static<typeof Verification>;

export const KeyList = Type.Object({
	keys: Type.Array(
		Type.Object({
			id: Text,
			publicKey: Type.Object({ kty: Type.Literal('OKP'), crv: Type.Literal('Ed25519'), x: Text }),
			createdAt: Instant,
			retiredAt: Type.Union([Instant, Type.Null()], {
				description: 'The beginning of 1970 where somebody else may have the key: then nothing it signed counts.'
			})
		})
	)
});
export type KeyList = Static<typeof KeyList>;
