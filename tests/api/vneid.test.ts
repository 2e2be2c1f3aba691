import { describe, expect, it, vi } from 'vitest';
import { rotateNumbers } from '../../src/identity/index.ts';
import { identities, identityKeys } from '../../src/identity/tables.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { anApp, type Phone } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { aStandIn } from '../support/stand-in.ts';
import { aNewcomer, anAccount, aScene, away, identityOn, nameOn, password, signIn } from '../support/vneid-scene.ts';

const minute = 60_000;

describe('whoever comes for the first time', () => {
	it('makes an account under the name that was vouched for, and comes in by it from any phone', async () => {
		const scene = await aScene();
		const phone = await aNewcomer(scene, 'lan');
		expect(await nameOn(phone)).toBe('Nguyễn Thị Lan');
		expect(await identityOn(phone)).toMatchObject({
			name: 'Nguyễn Thị Lan',
			birthDate: '1964-03-08',
			level: 2,
			number: '••• ••• ••• 018',
			simulated: true
		});
		const other = scene.aPhone();
		expect((await signIn(scene, other, { person: 'lan' })).body).toEqual({ outcome: 'entered', next: '/bai-hoc' });
		expect(await nameOn(other)).toBe('Nguyễn Thị Lan');
		// The provider may be down: her password works all the same.
		const third = scene.aPhone();
		expect((await third.call('POST', '/session', { identifier: 'lan', password })).status).toBe(200);
	});

	it('consents first, and nothing is kept of whoever does not', async () => {
		const scene = await aScene();
		const phone = scene.aPhone();
		await signIn(scene, phone, { person: 'lan' });
		const account = { username: 'lan', password, consent: false };
		const refused = await phone.call('POST', '/vneid/accounts', account);
		expect(refused).toMatchObject({ status: 400, body: { fields: [{ field: 'consent' }] } });
		expect((await phone.call('GET', '/vneid/waiting')).body).toMatchObject({ name: 'Nguyễn Thị Lan', same: null });
		expect((await phone.call('DELETE', '/vneid/waiting')).status).toBe(204);
		expect((await phone.call('GET', '/vneid/waiting')).status).toBe(409);
		expect(await scene.house.store.read.select().from(identities)).toEqual([]);
	});

	it('under sixteen needs a guardian, whose name is kept with the consent', async () => {
		const scene = await aScene();
		const phone = scene.aPhone();
		await signIn(scene, phone, { person: 'an' });
		expect((await phone.call('GET', '/vneid/waiting')).body).toMatchObject({ child: true, guardian: 'Lò Văn Bình' });
		const account = { username: 'be.an', password, consent: true };
		for (const guardian of ['', 'lò văn an'])
			expect(await phone.call('POST', '/vneid/accounts', { ...account, guardian })).toMatchObject({
				status: 400,
				body: { fields: [{ field: 'guardian' }] }
			});
		const made = await phone.call('POST', '/vneid/accounts', { ...account, guardian: 'Lò Văn Bình' });
		expect(made.status).toBe(201);
		expect(await identityOn(phone)).toMatchObject({ guardian: 'Lò Văn Bình' });
	});

	it('has a quarter of an hour to say whose account it is', async () => {
		const scene = await aScene();
		const phone = scene.aPhone();
		await signIn(scene, phone, { person: 'lan' });
		scene.house.clock.pass(16 * minute);
		const late = await phone.call('POST', '/vneid/accounts', { username: 'lan', password, consent: true });
		expect(late).toMatchObject({ status: 409, body: { code: 'identity.vneid-nothing-waits' } });
	});

	it.each(['/session', '/sessions'])('is not left waiting for the next on this device: DELETE %s', async (path) => {
		const scene = await aScene();
		const phone = await anAccount(scene, 'Trần Văn Sáu', 1970);
		await signIn(scene, phone, { person: 'lan' }, 'join');
		expect((await phone.call('GET', '/vneid/waiting')).status).toBe(200);
		expect((await phone.call('DELETE', path)).status).toBe(204);
		expect((await phone.call('GET', '/vneid/waiting')).status).toBe(409);
	});
});

describe('an account that is there already', () => {
	it('is joined to the identity once, with consent', async () => {
		const scene = await aScene();
		const phone = await anAccount(scene, 'nguyễn thị lan', 1964);
		expect((await signIn(scene, phone, { person: 'lan' }, 'join')).body.outcome).toBe('waits');
		expect((await phone.call('GET', '/vneid/waiting')).body.same).toBe(true);
		for (let twice = 0; twice < 2; twice++)
			expect((await phone.call('POST', '/me/identity', { consent: true })).status).toBe(twice === 0 ? 200 : 409);
		expect(await identityOn(phone)).toMatchObject({ name: 'Nguyễn Thị Lan' });
		expect((await signIn(scene, phone, { person: 'lan' }, 'join')).body.outcome).toBe('joined');
	});

	it('under another name is joined only when she says that it is hers', async () => {
		const scene = await aScene();
		const phone = await anAccount(scene, 'Lan Bán Bún', 1965);
		await signIn(scene, phone, { person: 'lan' }, 'join');
		expect(await phone.call('POST', '/me/identity', { consent: true })).toMatchObject({
			status: 400,
			body: { fields: [{ field: 'differs' }] }
		});
		expect((await phone.call('POST', '/me/identity', { consent: true, differs: true })).status).toBe(200);
	});

	it('can’t have the identity of another, nor two of its own', async () => {
		const scene = await aScene();
		await aNewcomer(scene, 'lan');
		const other = await anAccount(scene, 'Nguyễn Thị Lan', 1964);
		expect((await signIn(scene, other, { person: 'lan' }, 'join')).body.outcome).toBe('waits');
		expect(await other.call('POST', '/me/identity', { consent: true })).toMatchObject({
			status: 409,
			body: { code: 'identity.vneid-taken' }
		});
		const minh = await anAccount(scene, 'Nguyễn Văn Minh', 1985);
		await signIn(scene, minh, { person: 'minh-1' }, 'join');
		expect((await minh.call('POST', '/me/identity', { consent: true })).status).toBe(200);
		expect(await signIn(scene, minh, { person: 'minh-2' }, 'join')).toMatchObject({
			status: 409,
			body: { code: 'identity.vneid-has-another' }
		});
	});

	it('two people of one name and birthday are two', async () => {
		const scene = await aScene();
		const [one, two] = [await aNewcomer(scene, 'minh-1'), await aNewcomer(scene, 'minh-2')];
		const id = async (phone: Phone) => (await phone.call('GET', '/session')).body.account.id;
		expect(await id(one)).not.toBe(await id(two));
	});

	it('joined twice at one moment by two people is one’s', async () => {
		const scene = await aScene();
		const phones = [await anAccount(scene, 'Nguyễn Thị Lan', 1964), await anAccount(scene, 'Nguyễn Thị Lan', 1964)];
		for (const phone of phones) await signIn(scene, phone, { person: 'lan' }, 'join');
		const answers = await Promise.all(phones.map((phone) => phone.call('POST', '/me/identity', { consent: true })));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	it('follows a change of name at the next sign-in', async () => {
		const scene = await aScene();
		const phone = await aNewcomer(scene, 'hoa');
		await signIn(scene, scene.aPhone(), { person: 'hoa-moi' });
		expect(await identityOn(phone)).toMatchObject({ name: 'Phạm Minh Hoa' });
		expect(await nameOn(phone)).toBe('Phạm Thị Hoa'); // her own word, which she changes herself
	});

	it('is left again: what the provider told is deleted, the password still works', async () => {
		const scene = await aScene();
		const phone = await aNewcomer(scene, 'lan');
		expect((await phone.call('DELETE', '/me/identity')).status).toBe(204);
		expect((await phone.call('DELETE', '/me/identity')).status).toBe(404);
		expect(await identityOn(phone)).toBeNull();
		expect(await scene.house.store.read.select().from(identities)).toEqual([]);
		expect((await scene.aPhone().call('POST', '/session', { identifier: 'lan', password })).status).toBe(200);
	});
});

describe('a sign-in that does not come to its end', () => {
	it.each([
		['down', 503, 'unreachable'],
		['bad-signature', 403, 'untrusted'],
		['unknown-key', 403, 'untrusted'],
		['wrong-audience', 403, 'untrusted'],
		['wrong-nonce', 403, 'untrusted'],
		['clock-off', 403, 'untrusted'],
		['claims-missing', 403, 'incomplete']
	] as const)('because the answer is %s says so, and lets nobody in', async (fault, status, code) => {
		const scene = await aScene();
		const phone = scene.aPhone();
		const answer = await signIn(scene, phone, { person: 'lan', fault });
		expect(answer).toMatchObject({ status, body: { code: `identity.vneid-${code}` } });
		expect(await nameOn(phone)).toBeNull();
		expect((await phone.call('GET', '/vneid/waiting')).status).toBe(409);
		expect((await signIn(scene, phone, { person: 'lan' })).body.outcome).toBe('waits'); // and then it works again
	});

	it('because the provider is slow is given up, not waited for', async () => {
		const scene = await aScene({ slowMs: 20_000 });
		const answer = await signIn(scene, scene.aPhone(), { person: 'lan', fault: 'slow' });
		expect(answer).toMatchObject({ status: 503, body: { code: 'identity.vneid-unreachable' } });
	});

	it('is none when the provider has just changed its key', async () => {
		const scene = await aScene();
		await signIn(scene, scene.aPhone(), { person: 'hung' });
		expect((await signIn(scene, scene.aPhone(), { person: 'lan', fault: 'new-key' })).body.outcome).toBe('waits');
	});

	it.each([
		[{ person: 'lan', consent: false }, 'refused'],
		[{ person: 'khoa' }, 'locked']
	] as const)('because the provider sends back an error tells which: %j', async (how, code) => {
		const scene = await aScene();
		const answer = await signIn(scene, scene.aPhone(), how);
		expect(answer).toMatchObject({ status: 403, body: { code: `identity.vneid-${code}` } });
	});

	it('because the provider is gone says so at the beginning, and works again once it is back', async () => {
		const scene = await aScene();
		await scene.standIn.stop();
		const answer = await scene.aPhone().call('POST', '/vneid/trips', { purpose: 'enter' });
		expect(answer).toMatchObject({ status: 503, body: { code: 'identity.vneid-unreachable' } });
	});

	it('because the answer came before, too late, to another browser, or with another state', async () => {
		const scene = await aScene();
		const phone = scene.aPhone();
		const stale = { status: 409, body: { code: 'identity.vneid-stale' } };
		const query = await away(scene, phone, { person: 'lan' });
		expect(await scene.aPhone().call('POST', '/vneid/returns', { query })).toMatchObject(stale);
		expect((await phone.call('POST', '/vneid/returns', { query })).status).toBe(200);
		expect(await phone.call('POST', '/vneid/returns', { query })).toMatchObject(stale); // the back button

		const cookies = [...phone.cookies];
		const second = await away(scene, phone, { person: 'lan' });
		const trips = phone.cookies.get('vneid') ?? '';
		await phone.call('POST', '/vneid/returns', { query: second });
		phone.cookies.set('vneid', trips); // the code once more, with the cookie of then
		expect(await phone.call('POST', '/vneid/returns', { query: second })).toMatchObject(stale);
		phone.cookies.clear();
		for (const [name, value] of cookies) phone.cookies.set(name, value);

		const third = await away(scene, phone, { person: 'lan' });
		const other = third.replace(/state=[^&]+/, 'state=mot-cai-khac');
		expect(await phone.call('POST', '/vneid/returns', { query: other })).toMatchObject(stale);
		const fourth = await away(scene, phone, { person: 'lan' });
		scene.house.clock.pass(11 * minute);
		expect(await phone.call('POST', '/vneid/returns', { query: fourth })).toMatchObject(stale);
	});

	it('because nobody is on this trip leaves a line in the log, without the address', async () => {
		const scene = await aScene();
		const warned = vi.spyOn(scene.house.log, 'warn');
		await scene.aPhone().call('POST', '/vneid/returns', { query: '?code=bi-mat&state=cua-ai' });
		expect(warned.mock.calls).toMatchObject([[{ trouble: 'stale', why: 'no such trip' }, expect.any(String)]]);
		expect(JSON.stringify(warned.mock.calls)).not.toMatch(/bi-mat|cua-ai/);
		warned.mockRestore();
	});

	it.each(['//khac.example', '/\\khac.example', '/\t/khac.example', '/a b', 'https://khac.example'])(
		'because the way on would lead elsewhere: %j',
		async (next) => {
			const { aPhone } = await aScene();
			expect((await aPhone().call('POST', '/vneid/trips', { purpose: 'enter', next })).status).toBe(400);
		}
	);

	it('because the answer is another issuer’s', async () => {
		const scene = await aScene();
		const phone = scene.aPhone();
		const query = (await away(scene, phone, { person: 'lan' })).replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fkhac.example');
		expect(await phone.call('POST', '/vneid/returns', { query })).toMatchObject({
			body: { code: 'identity.vneid-untrusted' }
		});
	});
});

describe('two tabs', () => {
	it('each come back to their own trip', async () => {
		const scene = await aScene();
		const phone = scene.aPhone();
		const [one, two] = [await away(scene, phone, { person: 'lan' }), await away(scene, phone, { person: 'hung' })];
		expect((await phone.call('POST', '/vneid/returns', { query: one })).status).toBe(200);
		expect((await phone.call('GET', '/vneid/waiting')).body.name).toBe('Nguyễn Thị Lan');
		expect((await phone.call('POST', '/vneid/returns', { query: two })).status).toBe(200);
		expect((await phone.call('GET', '/vneid/waiting')).body.name).toBe('Trần Văn Hùng');
	});

	it('bring two people: what is said of the one shown in the first joins nobody to the other', async () => {
		const scene = await aScene();
		const phone = await anAccount(scene, 'Nguyễn Thị Lan', 1964);
		await signIn(scene, phone, { person: 'lan' });
		const { waiting } = (await phone.call('GET', '/vneid/waiting')).body;
		await signIn(scene, phone, { person: 'hung' });
		const username = 'lan.hai.the';
		for (const [path, said] of [
			['/me/identity', { consent: true, differs: true }],
			['/vneid/accounts', { consent: true, username, password }],
			['/me/unions', { sure: true, differs: true, password }]
		] as const)
			expect((await phone.call('POST', path, { ...said, waiting })).body.code, path).toBe('identity.vneid-other-waits');
		expect(await scene.house.store.read.select().from(identities)).toEqual([]);
		const now = (await phone.call('GET', '/vneid/waiting')).body.waiting;
		const joined = await phone.call('POST', '/me/identity', { consent: true, differs: true, waiting: now });
		expect(joined.body.identity.name).toBe('Trần Văn Hùng');
	});
});

describe('an identity number', () => {
	it('is nowhere in the database, in answers or in cookies', async () => {
		const scene = await aScene();
		const phone = await aNewcomer(scene, 'lan');
		const rows = await scene.house.store.read.select().from(identities);
		expect(rows).toHaveLength(1);
		const seen = JSON.stringify([
			rows,
			[...phone.cookies],
			(await phone.call('GET', '/me/identity')).body,
			(await phone.call('GET', '/session')).body
		]);
		expect(seen).not.toContain('999064000018');
		expect(seen).not.toContain('mp-lan');
	});
});

describe('a new key', () => {
	it('locks every number anew, and everybody is still known', async () => {
		const scene = await aScene();
		for (const person of ['lan', 'hung', 'minh-1']) await aNewcomer(scene, person);
		const before = await scene.house.store.read.select().from(identities);
		expect(await rotateNumbers(scene.house)).toEqual({ locked: 3, unopened: 0 });
		const after = await scene.house.store.read.select().from(identities);
		for (const { numberHash, sealed, keyId } of before)
			expect(after.some((row) => row.numberHash === numberHash || row.sealed === sealed || row.keyId === keyId)).toBe(
				false
			);
		expect(await scene.house.store.read.select().from(identityKeys)).toHaveLength(1);
		expect((await signIn(scene, scene.aPhone(), { person: 'hung' })).body.outcome).toBe('entered');
	});

	it('of an installation whose secret was changed needs the old one', async () => {
		const scene = await aScene();
		await aNewcomer(scene, 'lan');
		const other = { ...scene.house, secrets: secretsFrom('another secret, long enough to be one') };
		expect(await rotateNumbers(other)).toEqual({ locked: 0, unopened: 1 });
		expect(await rotateNumbers(other, scene.house.secrets)).toEqual({ locked: 1, unopened: 0 });
	});
});

describe('a record', () => {
	it('carries the name of a checked identity, and through a stand-in is a practice copy', async () => {
		const scene = await aScene();
		const phone = await aNewcomer(scene, 'lan');
		const attemptId = await passQuiz(scene, phone);
		const asked = { attemptId, name: 'Bà Lan bán bún' };
		expect(await phone.call('POST', '/records', asked)).toMatchObject({
			status: 400,
			body: { fields: [{ field: 'name', message: expect.stringContaining('VNeID') as string }] }
		});
		const made = await phone.call('POST', '/records', { ...asked, name: 'Nguyễn Thị Lan' });
		expect(made.body).toMatchObject({ name: 'Nguyễn Thị Lan', nameChecked: true, simulated: true });
		const seen = await scene.aPhone().call('GET', `/verifications/${made.body.code}`);
		expect(seen.body).toMatchObject({ status: 'valid', nameChecked: true, simulated: true });
	});

	it('of somebody at level 1, or without an identity, is her own word', async () => {
		const scene = await aScene();
		const hung = await aNewcomer(scene, 'hung');
		const made = await hung.call('POST', '/records', { attemptId: await passQuiz(scene, hung), name: 'Anh Hùng' });
		expect(made.body).toMatchObject({ name: 'Anh Hùng', nameChecked: false, simulated: true });
		const other = await anAccount(scene, 'Lê Văn Tám', 1980);
		const own = await other.call('POST', '/records', { attemptId: await passQuiz(scene, other), name: 'Lê Văn Tám' });
		expect(own.body).toMatchObject({ nameChecked: false, simulated: false });
	});

	it('of an account that was made through a stand-in stays practice, also without the identity', async () => {
		const scene = await aScene();
		const lan = await aNewcomer(scene, 'lan');
		expect((await lan.call('DELETE', '/me/identity')).status).toBe(204);
		const made = await lan.call('POST', '/records', { attemptId: await passQuiz(scene, lan), name: 'Lan' });
		expect(made.body).toMatchObject({ nameChecked: false, simulated: true });
	});
});

describe('a site', () => {
	it('without a provider offers none', async () => {
		const { aPhone } = await anApp();
		expect((await aPhone().call('GET', '/vneid')).body).toEqual({ offered: false, simulated: null });
		expect((await aPhone().call('POST', '/vneid/trips', { purpose: 'enter' })).status).toBe(404);
	});

	it('that others reach uses no stand-in unless that is meant', async () => {
		const standIn = await aStandIn();
		const { aPhone } = await anApp({ ...standIn.settings, STANDINS: 'off' });
		expect(await aPhone().call('POST', '/vneid/trips', { purpose: 'enter' })).toMatchObject({
			status: 404,
			body: { code: 'identity.vneid-not-offered' }
		});
	});
});
