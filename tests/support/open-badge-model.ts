import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';

/*
 * What 1EdTech's Open Badges Specification 3.0 asks of an AchievementCredential (appendix B.1, data models), in words of
 * our own: what must be there, how often, and which words its vocabularies know. Its schema file itself is not here: the
 * licence lets whoever implements the specification use it, but only registered users hand it on.
 */

const Text = Type.String({ minLength: 1 });
const Address = Type.String({ pattern: '^(https?://|did:|urn:)\\S+$' });
const Instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' });
const open = { additionalProperties: true } as const;
const closed = { additionalProperties: false } as const;

/** A set of types, one of which must be this. */
const typed = (name: string) => Type.Array(Text, { minItems: 1, contains: Type.Literal(name), uniqueItems: true });
/** A word of a list that others may add to, behind `ext:`. */
const word = (...words: string[]) =>
	Type.Union([Type.Enum([...words]), Type.String({ pattern: '^ext:[a-zA-Z0-9._-]+$' })]);
const some = <T extends TSchema>(type: T) => Type.Optional(type);

const identifiers = [
	...['name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress', 'nationalIdentityNumber'],
	...['isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId', 'ltiContextId', 'ltiDeploymentId'],
	...['ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier']
];
const achievements = [
	...['Achievement', 'ApprenticeshipCertificate', 'Assessment', 'Assignment', 'AssociateDegree', 'Award', 'Badge'],
	...['BachelorDegree', 'Certificate', 'CertificateOfCompletion', 'Certification', 'CommunityService', 'Competency'],
	...['Course', 'CoCurricular', 'Degree', 'Diploma', 'DoctoralDegree', 'Fieldwork', 'GeneralEducationDevelopment'],
	...['JourneymanCertificate', 'LearningProgram', 'License', 'Membership', 'ProfessionalDoctorate'],
	...['QualityAssuranceCredential', 'MasterCertificate', 'MasterDegree', 'MicroCredential', 'ResearchDoctorate'],
	...['SecondarySchoolDiploma']
];
const results = [
	...['GradePointAverage', 'LetterGrade', 'Percent', 'PerformanceLevel', 'PredictedScore', 'RawScore', 'Result'],
	...['RubricCriterion', 'RubricCriterionLevel', 'RubricScore', 'ScaledScore', 'Status']
];

const Identity = Type.Object(
	{
		type: Type.Literal('IdentityObject'),
		hashed: Type.Boolean(),
		identityHash: Text,
		identityType: word(...identifiers),
		salt: some(Text)
	},
	closed
);

const ResultDescription = Type.Object(
	{
		id: Address,
		type: typed('ResultDescription'),
		name: Text,
		resultType: word(...results),
		allowedValue: some(Type.Array(Text)),
		requiredValue: some(Text),
		valueMin: some(Text),
		valueMax: some(Text)
	},
	open
);

const Achievement = Type.Object(
	{
		id: Address,
		type: typed('Achievement'),
		name: Text,
		description: Text,
		criteria: Type.Object({ id: some(Address), narrative: some(Text) }, { ...open, minProperties: 1 }),
		achievementType: some(word(...achievements)),
		inLanguage: some(Type.String({ pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' })),
		resultDescription: some(Type.Array(ResultDescription)),
		tag: some(Type.Array(Text)),
		version: some(Text)
	},
	open
);

const Result = Type.Object(
	{
		type: typed('Result'),
		resultDescription: some(Address),
		value: some(Text),
		status: some(Type.Enum(['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Withdrew']))
	},
	open
);

const AchievementCredential = Type.Object(
	{
		// The first two in this order; others may follow.
		'@context': Type.Array(Text, { minItems: 2 }),
		id: Address,
		type: typed('VerifiableCredential'),
		name: Text,
		description: some(Text),
		issuer: Type.Object({ id: Address, type: typed('Profile'), name: some(Text), url: some(Address) }, open),
		validFrom: Instant,
		validUntil: some(Instant),
		awardedDate: some(Instant),
		credentialSubject: Type.Object(
			{
				id: some(Address),
				type: typed('AchievementSubject'),
				achievement: Achievement,
				identifier: some(Type.Array(Identity)),
				result: some(Type.Array(Result))
			},
			open
		),
		evidence: some(
			Type.Array(
				Type.Object({ id: some(Address), type: typed('Evidence'), name: some(Text), narrative: some(Text) }, open)
			)
		),
		credentialStatus: some(Type.Object({ id: some(Address), type: Text }, open)),
		proof: some(Type.Union([Type.Object({ type: Text }, open), Type.Array(Type.Object({ type: Text }, open))]))
	},
	open
);

/** What of a credential is not as the specification has it, by where that is; nothing where all is well. */
export function faultsOfBadge(credential: unknown): string[] {
	const faults = Value.Errors(AchievementCredential, credential).map(
		({ instancePath, message }) => `${instancePath || '/'} ${message}`
	);
	return faults.length > 0 ? faults : faultsBetween(credential as Static<typeof AchievementCredential>);
}

const contexts = [
	/^https:\/\/www\.w3\.org\/ns\/credentials\/v2$/,
	/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d\.json$/
];

/** What the specification says in words of how its parts belong together. */
function faultsBetween({ '@context': said, type, credentialSubject }: Static<typeof AchievementCredential>): string[] {
	const { id, identifier = [], achievement, result = [] } = credentialSubject;
	const described = new Map((achievement.resultDescription ?? []).map((each) => [each.id, each]));
	const beyond = result.filter(({ resultDescription: of, value }) => {
		const { valueMin = '-Infinity', valueMax = 'Infinity' } = described.get(of ?? '') ?? {};
		return Number(value) < Number(valueMin) || Number(value) > Number(valueMax);
	});
	const found: [boolean, string][] = [
		[contexts.some((context, i) => !context.test(said[i] ?? '')), '/@context is not in its order'],
		[!type.some((each) => each === 'OpenBadgeCredential' || each === 'AchievementCredential'), '/type is no badge'],
		[id === undefined && identifier.length === 0, '/credentialSubject is nobody'],
		[
			result.some(({ resultDescription: of }) => of !== undefined && !described.has(of)),
			'/credentialSubject/result is described nowhere'
		],
		[beyond.length > 0, '/credentialSubject/result lies beyond its description']
	];
	return found.filter(([is]) => is).map(([, fault]) => fault);
}
