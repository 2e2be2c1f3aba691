import { createLocalJWKSet, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rotateKey } from '../../src/certify/index.ts';
import { completionRecords } from '../../src/certify/tables.ts';
import { neighbours, good } from '../support/classes.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';

interface Issuer {
	id: string;
	verificationMethod: { id: string; publicKeyJwk?: JWK }[];
	assertionMethod: string[];
}

interface Credential {
	id: string;
	type: string[];
	issuer: { id: string };
	name: string;
	credentialSubject: { identifier: { identityHash: string }[]; result: { value: string }[] };
	credentialStatus: { statusListIndex: string; statusListCredential: string };
}

async function aRecord(app: TestApp, phone: Phone): Promise<string> {
	const attemptId = await passQuiz(app, phone);
	return good(await phone.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Lan' })).code;
}

const badgeOf = async (phone: Phone, code: string) =>
	(await phone.call('GET', `/records/${code}/credential`)).raw.toString();

const issuerOf = async ({ app }: TestApp) => (await app.inject({ url: '/.well-known/did.json' })).json<Issuer>();

/** Checks a credential as any other program would: by the issuer's document, with a library. Throws where it is not genuine. */
async function checked<T = Credential>(app: TestApp, jwt: string): Promise<T> {
	const issuer = await issuerOf(app);
	const { kid, typ } = decodeProtectedHeader(jwt);
	expect(typ).toBe('vc+jwt');
	expect(issuer.assertionMethod).toContain(kid);
	const method = issuer.verificationMethod.find(({ id }) => id === kid);
	const { payload } = await compactVerify(jwt, await importJWK(method?.publicKeyJwk ?? {}, 'EdDSA'));
	const credential = JSON.parse(new TextDecoder().decode(payload)) as T & { issuer: string | { id: string } };
	const by = typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
	expect(by).toBe(issuer.id);
	return credential;
}

/** Whether the list that a credential names says that it was withdrawn. */
async function isWithdrawn(app: TestApp, { credentialStatus }: Credential): Promise<boolean> {
	const { pathname, search } = new URL(credentialStatus.statusListCredential);
	const { payload: jwt } = await app.app.inject({ url: pathname + search });
	const list = await checked<{ id: string; credentialSubject: { encodedList: string } }>(app, jwt);
	expect(list.id).toBe(credentialStatus.statusListCredential);
	const { encodedList } = list.credentialSubject;
	expect(encodedList.startsWith('u')).toBe(true);
	const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
	expect(bits).toHaveLength(2 ** 20 / 8);
	const place = Number(credentialStatus.statusListIndex);
	return ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
}

describe('a record as an Open Badge', () => {
	it('is checked by the issuer’s document alone, and says what the record says', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const answer = await phone.call('GET', `/records/${code}/credential`);
		expect(answer.headers['content-type']).toContain('application/vc+jwt');
		expect(answer.headers['content-disposition']).toContain('.jwt');
		const badge = await checked(app, answer.raw.toString());
		expect(badge).toMatchObject({
			type: ['VerifiableCredential', 'OpenBadgeCredential'],
			name: 'Khóa thử: giữ kín mã',
			credentialSubject: {
				identifier: [{ identityHash: 'Nguyễn Thị Lan', identityType: 'name' }],
				achievement: { achievementType: 'Course' },
				result: [{ value: '4' }]
			}
		});
		expect(badge.id.endsWith(`/xac-minh/${code}`)).toBe(true);
		expect(await isWithdrawn(app, badge)).toBe(false);
	});

	it('is not genuine where one letter was changed, another key signed, or the end is missing', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const jwt = await badgeOf(phone, await aRecord(app, phone));
		const [head = '', body = '', mark = ''] = jwt.split('.');
		const other = Buffer.from(body, 'base64url').toString().replace('Nguyễn Thị Lan', 'Nguyễn Thị Lam');
		await expect(checked(app, `${head}.${Buffer.from(other).toString('base64url')}.${mark}`)).rejects.toThrow();
		await expect(checked(app, jwt.slice(0, -4))).rejects.toThrow();
		const elsewhere = await anApp();
		const theirs = await badgeOf(phone, 'khong-co');
		expect(theirs).not.toContain('eyJ');
		const set = createLocalJWKSet({
			keys: (await issuerOf(elsewhere)).verificationMethod.flatMap(({ publicKeyJwk }) => publicKeyJwk ?? [])
		});
		await expect(compactVerify(jwt, set)).rejects.toThrow();
	});

	it('stays good after the key was changed, and new ones are signed with the new key', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const before = await badgeOf(phone, code);
		const { id } = await rotateKey(app.house);
		const after = await badgeOf(phone, code);
		expect(decodeProtectedHeader(after).kid?.endsWith(`#${id}`)).toBe(true);
		for (const jwt of [before, after]) expect((await checked(app, jwt)).id).toContain(code);
	});

	it('is told as withdrawn by the list from then on, and no other record with it', async () => {
		const { app, root } = await neighbours();
		const [phone, other] = [app.aPhone(), app.aPhone()];
		const code = await aRecord(app, phone);
		const [badge, another] = [
			await checked(app, await badgeOf(phone, code)),
			await checked(app, await badgeOf(other, await aRecord(app, other)))
		];
		good(await root.call('POST', `/records/${code}/withdrawal`, { reason: 'Cấp nhầm người' }));
		expect(await isWithdrawn(app, badge)).toBe(true);
		expect(await isWithdrawn(app, another)).toBe(false);
	});

	it('of a record from before there were lists gets its place when it is asked for, once and for all', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		await app.house.store.transact((tx) => tx.update(completionRecords).set({ statusIndex: null }));
		const badges = await Promise.all([badgeOf(phone, code), badgeOf(phone, code)]);
		const places = await Promise.all(
			badges.map(async (jwt) => (await checked(app, jwt)).credentialStatus.statusListIndex)
		);
		expect(places[0]).toBe(places[1]);
	});

	it('can be had by who holds the record, and by nobody else', async () => {
		const app = await anApp();
		const code = await aRecord(app, app.aPhone());
		const stranger = app.aPhone();
		expect((await stranger.call('GET', `/records/${code}/credential`)).status).toBe(401);
		await aRecord(app, stranger);
		expect((await stranger.call('GET', `/records/${code}/credential`)).status).toBe(404);
	});
});

describe('the list of withdrawn records', () => {
	const listOf = ({ app }: TestApp, headers: Record<string, string> = {}) =>
		app.inject({ url: '/api/status-lists/0?form=jwt', headers });
	const dayOf = async (app: TestApp) =>
		(await checked<{ validFrom: string }>(app, (await listOf(app)).payload)).validFrom;

	it('is made once and handed out again, anew after ten minutes or with the clock set back', async () => {
		const app = await anApp();
		const first = await dayOf(app);
		app.house.clock.pass(9 * 60_000);
		expect(await dayOf(app)).toBe(first);
		app.house.clock.pass(2 * 60_000);
		expect(await dayOf(app)).toBe(app.house.clock.now().toISOString());
		app.house.clock.pass(-60 * 60_000);
		expect(await dayOf(app)).toBe(app.house.clock.now().toISOString());
	});

	it('is signed with the key that signs now, and goes over the wire compressed where that is understood', async () => {
		const app = await anApp();
		const before = (await listOf(app)).payload;
		const { id } = await rotateKey(app.house);
		expect(decodeProtectedHeader((await listOf(app)).payload).kid).toContain(id);
		expect((await listOf(app)).payload).not.toBe(before);
		const packed = await listOf(app, { 'accept-encoding': 'gzip, br' });
		expect(packed.headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(packed.rawPayload).toString()).toBe((await listOf(app)).payload);
	});

	it('comes with its proof inside unless it is asked for as a signature, and names the address it is had at', async () => {
		const app = await anApp();
		const { origin } = app.house.config;
		const at = async (url: string, accept?: string) => {
			const { headers, payload } = await app.app.inject({ url, ...(accept && { headers: { accept } }) });
			const type = String(headers['content-type']).split(';')[0];
			const text =
				type === 'application/vc' ? payload : Buffer.from(payload.split('.')[1] ?? '', 'base64url').toString();
			return [type, (JSON.parse(text) as { id: string }).id.replace(origin, '')];
		};
		const plain = '/api/status-lists/0';
		expect(await at(plain)).toEqual(['application/vc', plain]);
		expect(await at(plain, '*/*')).toEqual(['application/vc', plain]);
		expect(await at(plain, 'application/vc+jwt, application/vc')).toEqual(['application/vc+jwt', plain]);
		expect(await at(`${plain}?form=jwt`)).toEqual(['application/vc+jwt', `${plain}?form=jwt`]);
		expect(await at(`${plain}?form=jwt`, 'application/vc')).toEqual(['application/vc+jwt', `${plain}?form=jwt`]);
	});

	it('is secured like the badge that names it, for who reads one kind alone and asks for none', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const typeOf = async ({ credentialStatus }: Credential) => {
			const { pathname, search } = new URL(credentialStatus.statusListCredential);
			const { headers } = await app.app.inject({ url: pathname + search });
			return String(headers['content-type']).split(';')[0];
		};
		const proved = good(await phone.call('GET', `/records/${code}/credential?form=json`)) as Credential;
		const signed = await checked(app, await badgeOf(phone, code));
		expect([await typeOf(proved), await typeOf(signed)]).toEqual(['application/vc', 'application/vc+jwt']);
		expect(signed.credentialStatus.statusListIndex).toBe(proved.credentialStatus.statusListIndex);
	});
});
