import { describe, expect, it } from 'vitest';
import { faultsOfBadge } from '../../../tests/support/open-badge-model.ts';
import type { StoredRecord } from '../queries.ts';
import type { RecordKind } from '../tables.ts';
import { credentialOf } from './credential.ts';

const at = new Date('2026-11-22T10:00:00Z');

function aRecord(part: Partial<StoredRecord> = {}): StoredRecord & { statusIndex: number } {
	return {
		...{ id: 'r', code: '7K4M-0000-0000-00000', learnerId: 'l', attemptId: 'a', kind: 'course' },
		...{ courseId: 'an-toan-so', courseVersion: 1, courseHash: 'b'.repeat(64), courseTitle: 'An toàn số' },
		...{ skills: [{ code: 'p4.2', name: 'Giữ kín mã' }], name: 'Nguyễn Thị Lan', score: 9, total: 10, passPercent: 80 },
		...{ completedAt: at, issuedAt: at, helped: false, assurance: null, keyId: 'k', canonicalText: '{}' },
		...{ nameChecked: false, signature: 's', withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
		...{ replaces: null, replacedBy: null, simulated: false, ...part },
		statusIndex: 7
	};
}

type Badge = ReturnType<typeof credentialOf>;
const badgeOf = (part: Partial<StoredRecord> = {}): Badge => credentialOf('https://hoc.example.vn', aRecord(part));

const kinds: RecordKind[] = ['course', 'group', 'skill', 'merit'];

describe('a badge is as Open Badges 3.0 has it', () => {
	it.each(kinds)(
		'of the kind %s, alone or helped, supervised or with a checked name, in earnest or for practice',
		(kind) => {
			for (const helped of [null, true, false])
				for (const assurance of [null, 'supervised', 'identity-checked'] as const)
					for (const simulated of [true, false]) {
						const badge = badgeOf({ kind, helped, assurance, simulated, nameChecked: simulated });
						expect([kind, helped, assurance, simulated, ...faultsOfBadge(badge)]).toHaveLength(4);
					}
		}
	);

	it('without any skill, with no point and with all of them', () => {
		for (const part of [{ skills: [] }, { score: 0 }, { score: 10 }]) expect(faultsOfBadge(badgeOf(part))).toEqual([]);
	});
});

/** Leaves a part out. */
const drop = (of: object | undefined, part: string) => Reflect.deleteProperty(of ?? {}, part);

/** Each makes a badge that the specification forbids, and where it has to be found. */
const bad: Record<string, [where: string, spoil: (badge: Loose) => void]> = {
	'no context of badges': ['/@context', (badge) => void badge['@context'].pop()],
	'contexts in another order': ['/@context', (badge) => void badge['@context'].reverse()],
	'no id': ['/', (badge) => drop(badge, 'id')],
	'an id that is no address': ['/id', (badge) => (badge['id'] = '7K4M')],
	'no type of a badge': ['/type', (badge) => (badge.type = ['VerifiableCredential'])],
	'no name': ['/', (badge) => drop(badge, 'name')],
	'no issuer': ['/', (badge) => drop(badge, 'issuer')],
	'an issuer without its type': ['/issuer', (badge) => drop(badge.issuer, 'type')],
	'no day': ['/', (badge) => drop(badge, 'validFrom')],
	'a day without its zone': ['/validFrom', (badge) => (badge['validFrom'] = '2026-11-22T10:00:00')],
	'the day of the former data model': [
		'/',
		(badge) => {
			badge['issuanceDate'] = badge['validFrom'];
			drop(badge, 'validFrom');
		}
	],
	'nobody whose it is': ['/credentialSubject', ({ credentialSubject: of }) => drop(of, 'identifier')],
	'no achievement': ['/credentialSubject', ({ credentialSubject: of }) => drop(of, 'achievement')],
	'no criteria': ['/credentialSubject/achievement', ({ credentialSubject: of }) => drop(of.achievement, 'criteria')],
	'empty criteria': [
		'/credentialSubject/achievement/criteria',
		({ credentialSubject: of }) => (of.achievement['criteria'] = {})
	],
	'a type of achievement that nobody knows': [
		'/credentialSubject/achievement/achievementType',
		({ credentialSubject: of }) => (of.achievement['achievementType'] = 'Chứng chỉ')
	],
	'a name that is neither hashed nor not': [
		'/credentialSubject/identifier/0',
		({ credentialSubject: of }) => drop(of.identifier[0], 'hashed')
	],
	'a word too many about whose it is': [
		'/credentialSubject/identifier/0',
		({ credentialSubject: of }) => Object.assign(of.identifier[0] ?? {}, { phone: '0912345678' })
	],
	'a number where a text belongs': [
		'/credentialSubject/result/0/value',
		({ credentialSubject: of }) => Object.assign(of.result[0] ?? {}, { value: 9 })
	],
	'a result that is described nowhere': [
		'/credentialSubject/result',
		({ credentialSubject: of }) => Object.assign(of.result[0] ?? {}, { resultDescription: 'https://khac.example.vn/1' })
	],
	'more points than there are': [
		'/credentialSubject/result',
		({ credentialSubject: of }) => Object.assign(of.result[0] ?? {}, { value: '11' })
	],
	'evidence without its type': ['/evidence/0', (badge) => drop(badge.evidence[0], 'type')]
};

/** A badge in which anything can be missing. */
interface Loose extends Record<string, unknown> {
	'@context': string[];
	type: string[];
	issuer: Record<string, unknown>;
	evidence: Record<string, unknown>[];
	credentialSubject: Record<string, unknown> & {
		achievement: Record<string, unknown>;
		identifier: Record<string, unknown>[];
		result: Record<string, unknown>[];
	};
}

describe('what the specification forbids is found', () => {
	it.each(Object.entries(bad))('%s', (_, [where, spoil]) => {
		const badge = structuredClone(badgeOf()) as unknown as Loose;
		expect(faultsOfBadge(badge)).toEqual([]);
		spoil(badge);
		expect(faultsOfBadge(badge).filter((fault) => fault.split(' ')[0] === where)).not.toEqual([]);
	});
});
