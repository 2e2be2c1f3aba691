import { say } from '../../platform/messages/index.ts';
import type { StoredRecord } from '../queries.ts';
import type { RecordKind } from '../tables.ts';
import { verifyUrl, waysOf } from '../views.ts';
import { didOf } from './issuer.ts';
import { statusEntry, type Securing } from './status-list.ts';

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

/**
 * A completion record as an Open Badge (1EdTech Open Badges 3.0, AchievementCredential; W3C Verifiable Credentials Data
 * Model 2.0). It says what the record says, in the language it was signed in, and no more: how it was reached stands
 * among the evidence, and a practice copy says so in its name. It is to be secured like `securing`.
 */
export function credentialOf(
	origin: string,
	record: StoredRecord & { statusIndex: number },
	securing: Securing = 'proof'
) {
	const { code, courseTitle, name, score, total, issuedAt } = record;
	const title = record.simulated ? say('vi', 'certify.badge-practice', { title: courseTitle }) : courseTitle;
	const id = verifyUrl({ origin }, code);
	return {
		'@context': contexts,
		id,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		issuer: { id: didOf(origin), type: ['Profile'], name: say('vi', 'site.name'), url: origin },
		validFrom: issuedAt.toISOString(),
		name: title,
		credentialSubject: {
			type: ['AchievementSubject'],
			identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
			achievement: {
				...achievementOf(origin, record, title),
				criteria: criteriaOf(origin, record),
				resultDescription: [
					{
						id: `${id}#ket-qua`,
						type: ['ResultDescription'],
						name: say('vi', 'certify.badge-result'),
						resultType: 'RawScore',
						valueMin: '0',
						valueMax: String(total)
					}
				]
			},
			result: [{ type: ['Result'], resultDescription: `${id}#ket-qua`, value: String(score) }]
		},
		evidence: [{ type: ['Evidence'], name: say('vi', 'certify.badge-how'), narrative: howReached(record) }],
		credentialStatus: statusEntry(origin, { index: record.statusIndex, securing })
	};
}

/** The achievement's type in the vocabulary of Open Badges. */
const achievementTypes: Record<RecordKind, string> = {
	course: 'Course',
	group: 'CertificateOfCompletion',
	skill: 'Competency',
	merit: 'Award'
};

function achievementOf(origin: string, record: StoredRecord, name: string) {
	const { kind, courseId, courseVersion, skills } = record;
	const course = `${origin}/khoa-hoc/${encodeURIComponent(courseId)}`;
	return {
		id: kind === 'course' ? course : `${rulesPage(origin)}#${encodeURIComponent(courseId)}`,
		type: ['Achievement'],
		achievementType: achievementTypes[kind],
		name,
		description: say('vi', `records.badge-${kind}`),
		version: String(courseVersion),
		inLanguage: 'vi',
		tag: skills.map((skill) => `${skill.code} ${skill.name}`)
	};
}

const rulesPage = (origin: string) => `${origin}/cach-ghi-nhan/giay-xac-nhan`;

/** What had to be done: of a rule, the page that lists what it needs. */
function criteriaOf(origin: string, { kind, passPercent, courseVersion }: StoredRecord) {
	if (kind === 'course') return { narrative: say('vi', 'certify.badge-criteria', { percent: passPercent }) };
	return { id: rulesPage(origin), narrative: say('vi', 'records.badge-criteria', { version: courseVersion }) };
}

/** Alone, with a helper or under supervision, whose word the name is, and that it is practice. */
function howReached(record: StoredRecord): string {
	return [
		...waysOf(record).map((way) => `${say('vi', `records.how-${way}`)}.`),
		say('vi', record.nameChecked === true ? 'certify.badge-name-checked' : 'certify.badge-name-own'),
		...(record.simulated ? [say('vi', 'certify.badge-simulated')] : [])
	].join(' ');
}
