import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { rotateKey } from '../../src/certify/index.ts';
import { neighbours, good } from '../support/classes.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import {
	checkProof,
	documentsFor,
	documentsOf,
	issuerOf,
	proofVerifiers,
	signatureVerifiers,
	type ProofVerifier,
	type SignatureVerifier
} from '../support/verifiers.ts';

interface Badge {
	'@context': string[];
	id: string;
	issuer: { id: string };
	validFrom: string;
	credentialSubject: { identifier: { identityHash: string }[] };
	credentialStatus: { id: string; statusListCredential: string; statusListIndex: string; statusPurpose: string };
	proof: { verificationMethod: string; proofValue: string; cryptosuite: string; proofPurpose: string };
}

const byProof = Object.keys(proofVerifiers) as ProofVerifier[];
const bySignature = Object.keys(signatureVerifiers) as SignatureVerifier[];

async function aRecord(app: TestApp, phone: Phone, name = 'Nguyễn Thị Lan'): Promise<string> {
	const attemptId = await passQuiz(app, phone);
	return good(await phone.call('POST', '/records', { attemptId, name })).code;
}

const proofOf = async (phone: Phone, code: string) =>
	good(await phone.call('GET', `/records/${code}/credential?form=json`)) as Badge;
const jwtOf = async (phone: Phone, code: string) =>
	(await phone.call('GET', `/records/${code}/credential`)).raw.toString();

/** A site with a record, and the badge of it with its proof inside. */
async function aBadge() {
	const app = await anApp();
	const phone = app.aPhone();
	const code = await aRecord(app, phone);
	const badge = await proofOf(phone, code);
	return { app, phone, code, badge, documents: await documentsFor(app, badge), now: app.house.clock.now() };
}

describe.each(byProof)('a badge with its proof inside, checked by %s', (by) => {
	it('is genuine by what the site hands out alone, its list of withdrawn records with it', async () => {
		const { badge, documents, now } = await aBadge();
		expect(badge.proof).toMatchObject({ cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' });
		expect(await checkProof(by, badge, { documents, now })).toEqual({ genuine: true, withdrawn: false, why: '' });
	});

	it('is told as withdrawn from then on', async () => {
		const { app, root } = await neighbours();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const badge = await proofOf(phone, code);
		const now = app.house.clock.now();
		expect(await checkProof(by, badge, { documents: await documentsFor(app, badge), now })).toMatchObject({
			withdrawn: false
		});
		good(await root.call('POST', `/records/${code}/withdrawal`, { reason: 'Cấp nhầm người' }));
		expect(await checkProof(by, badge, { documents: await documentsFor(app, badge), now })).toMatchObject({
			genuine: true,
			withdrawn: true
		});
	});

	it('stays genuine after the key was changed', async () => {
		const { app, phone, code, badge, now } = await aBadge();
		await rotateKey(app.house);
		const after = await proofOf(phone, code);
		expect(after.proof.verificationMethod).not.toBe(badge.proof.verificationMethod);
		for (const each of [badge, after])
			expect(await checkProof(by, each, { documents: await documentsFor(app, each), now })).toMatchObject({
				genuine: true
			});
	});

	const spoiled: [string, (badge: Badge, other: Badge) => unknown][] = [
		['another name', (badge) => (badge.credentialSubject.identifier = [{ ...first(badge), identityHash: 'Lam' }])],
		['another day', (badge) => (badge.validFrom = '2020-01-01T00:00:00Z')],
		['another place in the lists', (badge) => (badge.credentialStatus.statusListIndex = '7')],
		['another issuer', (badge) => (badge.issuer = { ...badge.issuer, id: 'did:web:khac.example.vn' })],
		['the proof of another badge', (badge, other) => (badge.proof = other.proof)],
		['half a proof', (badge) => (badge.proof = { ...badge.proof, proofValue: badge.proof.proofValue.slice(0, 40) })],
		['no proof', (badge) => delete (badge as Partial<Badge>).proof],
		['a proof for something else', (badge) => (badge.proof = { ...badge.proof, proofPurpose: 'authentication' })],
		['another cryptosuite', (badge) => (badge.proof = { ...badge.proof, cryptosuite: 'eddsa-jcs-2022' })],
		[
			'the key of somebody else',
			(badge) => (badge.proof = { ...badge.proof, verificationMethod: 'did:web:khac.example.vn#key' })
		],
		['the key as JOSE calls it', (badge) => (badge.proof = { ...badge.proof, verificationMethod: badge.issuer.id })],
		['a context nobody knows', (badge) => badge['@context'].push('https://khac.example.vn/context.json')],
		['a word no context explains', (badge) => Object.assign(badge, { somethingElse: 'x' })],
		['an end that has passed', (badge) => Object.assign(badge, { validUntil: '2020-01-01T00:00:00Z' })]
	];
	it.each(spoiled)('is not genuine with %s', async (_what, spoil) => {
		const { app, badge, documents, now } = await aBadge();
		const phone = app.aPhone();
		const other = await proofOf(phone, await aRecord(app, phone, 'Trần Văn Ba'));
		spoil(badge, other);
		expect(await checkProof(by, badge, { documents, now })).toMatchObject({ genuine: false });
	});

	it('is not genuine where another issuer’s list, a list of something else, or none stands behind it', async () => {
		const { badge, app, now } = await aBadge();
		const elsewhere = await anApp({ ORIGIN: 'https://khac.example.vn' });
		const issuer = await issuerOf(app);
		const list = (await documentsFor(app, badge)).get(badge.credentialStatus.statusListCredential) as {
			credentialSubject: object;
		};
		const foreign = await elsewhere.app.inject({ url: '/api/status-lists/0', headers: { accept: 'application/vc' } });
		const suspended = { ...list, credentialSubject: { ...list.credentialSubject, statusPurpose: 'suspension' } };
		for (const behind of [foreign.json<object>(), suspended]) {
			const documents = documentsOf(issuer, { [badge.credentialStatus.statusListCredential]: behind });
			expect(await checkProof(by, badge, { documents, now })).toMatchObject({ genuine: false });
		}
		expect(await checkProof(by, badge, { documents: documentsOf(issuer), now })).toMatchObject({ genuine: false });
	});
});

const first = ({ credentialSubject }: Badge) => credentialSubject.identifier[0] ?? { identityHash: '' };

describe.each(bySignature)('a badge as a JSON Web Signature, checked by %s', (by) => {
	const check = signatureVerifiers[by];

	it('is genuine by the issuer’s document alone', async () => {
		const { app, phone, code } = await aBadge();
		const payload = await check(await jwtOf(phone, code), await issuerOf(app));
		expect(payload).toMatchObject({ iss: 'did:web:localhost%3A3000', type: ['VerifiableCredential', 'OpenBadgeCredential'] });
		expect(payload).toMatchObject({ jti: (payload as Badge).id, nbf: Math.floor(Date.parse((payload as Badge).validFrom) / 1000) });
	});

	it.each([
		['without a signature', (parts: Parts) => join({ ...parts, head: { ...parts.head, alg: 'none' }, mark: '' })],
		['signed with the public key as a password', (parts: Parts) => byPassword(parts)],
		['signed by a key that the document does not name', (parts: Parts) => byAnother(parts)],
		['with another name in it', (parts: Parts) => join({ ...parts, body: { ...parts.body, name: 'Khác' } })],
		['with another issuer', (parts: Parts) => join({ ...parts, body: { ...parts.body, iss: 'did:web:khac.example.vn' } })],
		['with half its signature', (parts: Parts) => join({ ...parts, mark: parts.mark.slice(0, 40) })]
	])('is not genuine %s', async (_what, spoil) => {
		const { app, phone, code } = await aBadge();
		const issuer = await issuerOf(app);
		const x = issuer.verificationMethod[0]?.publicKeyJwk?.x ?? '';
		await expect(check(spoil({ ...partsOf(await jwtOf(phone, code)), x }), issuer)).rejects.toThrow();
	});
});

interface Parts {
	head: object;
	body: object;
	mark: string;
	/** The issuer's public key. */
	x: string;
}

function partsOf(jwt: string): Omit<Parts, 'x'> {
	const [, body = '', mark = ''] = jwt.split('.');
	return { head: decodeProtectedHeader(jwt), body: JSON.parse(Buffer.from(body, 'base64url').toString()), mark };
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const join = ({ head, body, mark }: Omit<Parts, 'x'>) => `${base64url(head)}.${base64url(body)}.${mark}`;

function byPassword({ head, body, x }: Parts): string {
	const input = `${base64url({ ...head, alg: 'HS256' })}.${base64url(body)}`;
	return `${input}.${createHmac('sha256', Buffer.from(x, 'base64url')).update(input).digest('base64url')}`;
}

function byAnother({ head, body }: Parts): string {
	const input = `${base64url(head)}.${base64url(body)}`;
	return `${input}.${sign(null, Buffer.from(input), generateKeyPairSync('ed25519').privateKey).toString('base64url')}`;
}

describe('a badge', () => {
	it.each([
		['application/vc', 'application/vc'],
		['application/ld+json;q=1, application/json;q=0.9', 'application/vc'],
		['application/vc+jwt, application/vc', 'application/vc+jwt'],
		['text/html,*/*', 'application/vc+jwt']
	])('comes as who asks can read it: %s', async (accept, type) => {
		const { phone, code } = await aBadge();
		const answer = await phone.call('GET', `/records/${code}/credential`, undefined, { accept });
		expect(String(answer.headers['content-type']).split(';')[0]).toBe(type);
		expect(answer.headers['vary']).toContain('accept');
	});

	it('asked for in a form there is not is refused', async () => {
		const { phone, code } = await aBadge();
		expect((await phone.call('GET', `/records/${code}/credential?form=doc`)).status).toBe(400);
	});
});
