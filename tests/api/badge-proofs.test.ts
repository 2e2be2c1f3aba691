import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { unbake } from '../../src/certify/credential/baked/unbake.ts';
import { rotateKey } from '../../src/certify/index.ts';
import { neighbours, good } from '../support/classes.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { faultsOfBadge } from '../support/open-badge-model.ts';
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

const spoiled: Record<string, (badge: Badge, other: Badge) => unknown> = {
	'another name': (badge) => (badge.credentialSubject.identifier = [{ ...first(badge), identityHash: 'Lam' }]),
	'another day': (badge) => (badge.validFrom = '2020-01-01T00:00:00Z'),
	'another place in the lists': (badge) => (badge.credentialStatus.statusListIndex = '7'),
	'another issuer': (badge) => (badge.issuer = { ...badge.issuer, id: 'did:web:khac.example.vn' }),
	'the proof of another badge': (badge, other) => (badge.proof = other.proof),
	'half a proof': (badge) => (badge.proof.proofValue = badge.proof.proofValue.slice(0, 40)),
	'no proof': (badge) => delete (badge as Partial<Badge>).proof,
	'a proof for something else': (badge) => (badge.proof.proofPurpose = 'authentication'),
	'another cryptosuite': (badge) => (badge.proof.cryptosuite = 'eddsa-jcs-2022'),
	'the key of somebody else': (badge) => (badge.proof.verificationMethod = 'did:web:khac.example.vn#key'),
	'a key that is none': (badge) => (badge.proof.verificationMethod = badge.issuer.id),
	'a context nobody knows': (badge) => badge['@context'].push('https://khac.example.vn/context.json'),
	'a word no context explains': (badge) => Object.assign(badge, { somethingElse: 'x' }),
	'an end that has passed': (badge) => Object.assign(badge, { validUntil: '2020-01-01T00:00:00Z' })
};

const first = ({ credentialSubject }: Badge) => credentialSubject.identifier[0] ?? { identityHash: '' };

describe.each(byProof)('a badge with its proof inside, checked by %s', (by) => {
	it('is genuine by what the site hands out alone, and not with anything in it changed', async () => {
		const { app, badge, documents, now } = await aBadge();
		expect(badge.proof).toMatchObject({ cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' });
		expect(await checkProof(by, badge, { documents, now })).toEqual({ genuine: true, withdrawn: false, why: '' });
		const phone = app.aPhone();
		const other = await proofOf(phone, await aRecord(app, phone, 'Trần Văn Ba'));
		const accepted: string[] = [];
		for (const [what, spoil] of Object.entries(spoiled)) {
			const bad = structuredClone(badge);
			spoil(bad, other);
			if ((await checkProof(by, bad, { documents, now })).genuine) accepted.push(what);
		}
		expect(accepted).toEqual([]);
	});

	it('is told as withdrawn from then on', async () => {
		const { app, root } = await neighbours();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const badge = await proofOf(phone, code);
		const now = app.house.clock.now();
		const find = async () => checkProof(by, badge, { documents: await documentsFor(app, badge), now });
		expect(await find()).toMatchObject({ genuine: true, withdrawn: false });
		good(await root.call('POST', `/records/${code}/withdrawal`, { reason: 'Cấp nhầm người' }));
		expect(await find()).toMatchObject({ genuine: true, withdrawn: true });
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

	it('is not genuine where another issuer’s list, a list of something else, or none stands behind it', async () => {
		const { badge, app, now } = await aBadge();
		const elsewhere = await anApp({ ORIGIN: 'https://khac.example.vn' });
		const issuer = await issuerOf(app);
		const address = badge.credentialStatus.statusListCredential;
		const list = (await documentsFor(app, badge)).get(address) as { credentialSubject: object };
		const foreign = await elsewhere.app.inject({ url: '/api/status-lists/0', headers: { accept: 'application/vc' } });
		const suspended = { ...list, credentialSubject: { ...list.credentialSubject, statusPurpose: 'suspension' } };
		for (const behind of [{ [address]: foreign.json<object>() }, { [address]: suspended }, {}])
			expect(await checkProof(by, badge, { documents: documentsOf(issuer, behind), now })).toMatchObject({
				genuine: false
			});
	});
});

interface Parts {
	head: object;
	body: object;
	mark: string;
	/** The issuer's public key. */
	x: string;
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const join = ({ head, body, mark }: Parts) => `${base64url(head)}.${base64url(body)}.${mark}`;

const forged: Record<string, (parts: Parts) => string> = {
	'without a signature': (parts) => join({ ...parts, head: { ...parts.head, alg: 'none' }, mark: '' }),
	'signed with the public key as a password': ({ head, body, x }) => {
		const input = `${base64url({ ...head, alg: 'HS256' })}.${base64url(body)}`;
		return `${input}.${createHmac('sha256', Buffer.from(x, 'base64url')).update(input).digest('base64url')}`;
	},
	'signed by a key that the document does not name': ({ head, body }) => {
		const input = `${base64url(head)}.${base64url(body)}`;
		const { privateKey } = generateKeyPairSync('ed25519');
		return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
	},
	'with another name in it': (parts) => join({ ...parts, body: { ...parts.body, name: 'Khác' } }),
	'with another issuer': (parts) => join({ ...parts, body: { ...parts.body, iss: 'did:web:khac.example.vn' } }),
	'with half its signature': (parts) => join({ ...parts, mark: parts.mark.slice(0, 40) }),
	'with its end missing': (parts) => join(parts).slice(0, -20)
};

describe.each(bySignature)('a badge as a JSON Web Signature, checked by %s', (by) => {
	const check = signatureVerifiers[by];

	it('is genuine by the issuer’s document alone, and not with anything about it forged', async () => {
		const { app, phone, code } = await aBadge();
		const [issuer, jwt] = [await issuerOf(app), await jwtOf(phone, code)];
		const payload = (await check(jwt, issuer)) as Badge;
		expect(payload).toMatchObject({
			...{ iss: issuer.id, jti: payload.id, nbf: Math.floor(Date.parse(payload.validFrom) / 1000) },
			type: ['VerifiableCredential', 'OpenBadgeCredential']
		});
		const [, body = '', mark = ''] = jwt.split('.');
		const parts: Parts = {
			...{ head: decodeProtectedHeader(jwt), mark, x: issuer.verificationMethod[0]?.publicKeyJwk?.x ?? '' },
			body: JSON.parse(Buffer.from(body, 'base64url').toString()) as object
		};
		expect(join(parts)).toBe(jwt);
		const accepted: string[] = [];
		for (const [how, forge] of Object.entries(forged))
			await check(forge(parts), issuer).then(
				() => accepted.push(how),
				() => undefined
			);
		expect(accepted).toEqual([]);
	});
});

describe('a badge', () => {
	it('is as Open Badges 3.0 has it, signed from outside or with its proof inside', async () => {
		const { phone, code, badge } = await aBadge();
		const [, body = ''] = (await jwtOf(phone, code)).split('.');
		const signed: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
		expect([faultsOfBadge(badge), faultsOfBadge(signed)]).toEqual([[], []]);
	});

	it('comes as who asks can read it, and not in a form there is not', async () => {
		const { phone, code } = await aBadge();
		const ask = (query: string, accept = '*/*') =>
			phone.call('GET', `/records/${code}/credential${query}`, undefined, { accept });
		for (const [accept, type] of [
			['application/vc', 'application/vc'],
			['application/ld+json;q=1, application/json;q=0.9', 'application/vc'],
			['application/vc+jwt, application/vc', 'application/vc+jwt'],
			['text/html,*/*', 'application/vc+jwt']
		]) {
			const { headers } = await ask('', accept);
			expect(String(headers['content-type']).split(';')[0]).toBe(type);
			expect(headers['vary']).toContain('accept');
		}
		expect((await ask('?form=doc')).status).toBe(400);
	});

	it.each(['png', 'svg'])('baked into a picture (%s) is genuine when it is taken out again', async (form) => {
		const { app, phone, code, now } = await aBadge();
		const answer = await phone.call('GET', `/records/${code}/credential?form=${form}`);
		expect(answer.headers['content-type']).toContain(form === 'png' ? 'image/png' : 'image/svg+xml');
		expect(answer.headers['content-disposition']).toContain(`.${form}"`);
		const badge = JSON.parse(unbake(answer.raw)) as object;
		expect(
			await checkProof('@digitalbazaar/vc', badge, { documents: await documentsFor(app, badge), now })
		).toMatchObject({ genuine: true, withdrawn: false });
	});
});
