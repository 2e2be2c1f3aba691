import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	authenticator,
	authenticatorByToken,
	ensureDeviceLearner,
	firstAdministratorLink,
	identityRoutes,
	registerJwt
} from '../../src/identity/index.ts';
import { accounts, devices, learners, sessions } from '../../src/identity/tables.ts';
import { createServer, mountApi } from '../../src/platform/http/api.ts';
import { aHouse, anApp, type Phone, type TestApp } from '../support/index.ts';
import { aDeviceLearner, finishFieldLesson } from '../support/people.ts';
import { hashToken } from '../../src/platform/ids.ts';

const password = 'ruộng lúa chín vàng';
const lan = { name: 'Nguyễn Thị Lan', birthYear: 1985, phone: '0912345678', password };
const minute = 60_000;
const day = 24 * 60 * minute;

async function aSignedInPhone({ aPhone }: TestApp, part: object = {}): Promise<Phone> {
	const phone = aPhone();
	const answer = await phone.call('POST', '/accounts', { ...lan, ...part });
	expect(answer.status).toBe(201);
	return phone;
}

async function anAdministratorsPhone({ house, aPhone }: TestApp): Promise<Phone> {
	const token = (await firstAdministratorLink(house))?.split('=')[1];
	const phone = aPhone();
	const person = { name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password, token };
	expect((await phone.call('POST', '/first-administrator', person)).status).toBe(201);
	return phone;
}

/** Another browser with the same cookies: a thief's, or a second tab's. */
function copyOf(app: TestApp, phone: Phone): Phone {
	const copy = app.aPhone();
	for (const [name, value] of phone.cookies) copy.cookies.set(name, value);
	return copy;
}

/** What is left of a session or a device learner; the names of who was here are the device's own. */
const sessionCookies = (phone: Phone) => [...phone.cookies.keys()].filter((name) => name !== 'quen');
const nameOn = async (phone: Phone) => (await phone.call('GET', '/session')).body.account?.name ?? null;

describe('a session', () => {
	it('begins with an account, in cookies out of reach of scripts and other sites', async () => {
		const app = await anApp();
		const { status, body, headers } = await app.aPhone().call('POST', '/accounts', lan);
		expect(status).toBe(201);
		expect(body).toMatchObject({ account: { name: 'Nguyễn Thị Lan', phone: '0912345678', place: null }, roles: [] });
		const cookies = [headers['set-cookie']].flat().map(String);
		expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['phien', 'phien_moi', 'quen']);
		for (const cookie of cookies) {
			expect(cookie).toContain('; Path=/; HttpOnly; SameSite=Lax');
			expect(cookie).not.toContain('Secure');
		}
		expect(cookies.find((cookie) => cookie.startsWith('phien='))).toContain('Max-Age=600;');
		expect(JSON.stringify(body)).not.toContain('argon2');
	});

	it('has cookies for https only where the site has https', async () => {
		const { aPhone } = await anApp({ ORIGIN: 'https://hoc.test' });
		const { headers } = await aPhone().call('POST', '/accounts', lan, { origin: 'https://hoc.test' });
		for (const cookie of [headers['set-cookie']].flat()) expect(cookie).toContain('; Secure');
	});

	it('that is over is taken back from whoever opens a page, and left alone where a script asks', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const copy = copyOf(app, phone);
		await phone.call('DELETE', '/sessions');
		await copy.call('GET', '/session', undefined, { 'sec-fetch-dest': 'empty' });
		expect(copy.cookies.has('phien_moi')).toBe(true);
		await copy.call('GET', '/session');
		expect(copy.cookies.has('phien_moi')).toBe(false);
	});

	it('takes over https no session that a neighbour under the same domain may have put there', async () => {
		const origin = 'https://hoc.test';
		const phone = (await anApp({ ORIGIN: origin })).aPhone();
		await phone.call('POST', '/accounts', lan, { origin });
		expect([...phone.cookies.keys()]).toEqual(expect.arrayContaining(['__Host-phien', '__Host-phien_moi']));
		expect(await nameOn(phone)).toBe(lan.name);
		for (const [name, value] of [...phone.cookies]) {
			phone.cookies.delete(name);
			phone.cookies.set(name.replace('__Host-', ''), value);
		}
		expect(await nameOn(phone)).toBeNull();
	});

	it('renews itself when the access token has run out, and outlives many days', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		for (let i = 0; i < 4; i++) {
			const before = phone.cookies.get('phien_moi');
			app.house.clock.pass(30 * day);
			expect(await nameOn(phone)).toBe('Nguyễn Thị Lan');
			expect(phone.cookies.get('phien_moi')).not.toBe(before);
		}
	});

	it('is over after ninety days without use', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		app.house.clock.pass(91 * day);
		expect(await nameOn(phone)).toBeNull();
		expect(sessionCookies(phone)).toEqual([]);
		expect(await phone.call('GET', '/me/sessions')).toMatchObject({
			status: 401,
			body: { code: 'identity.sign-in-first' }
		});
	});

	it('gets new tokens from /session/refresh, and no one else does', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const before = phone.cookies.get('phien_moi');
		phone.cookies.delete('phien');
		const { status, body } = await phone.call('POST', '/session/refresh');
		expect([status, body.account?.name]).toEqual([200, 'Nguyễn Thị Lan']);
		expect(phone.cookies.get('phien_moi')).not.toBe(before);
		const stranger = await app.aPhone().call('POST', '/session/refresh');
		expect(stranger).toMatchObject({ status: 401, body: { code: 'identity.session-ended' } });
	});

	it('ends for thief and owner when a superseded token comes back', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const thief = copyOf(app, phone);
		app.house.clock.pass(11 * minute);
		expect(await nameOn(phone)).toBe('Nguyễn Thị Lan');
		app.house.clock.pass(11 * minute);
		expect(await nameOn(phone)).toBe('Nguyễn Thị Lan');
		const told = await thief.call('GET', '/me/sessions');
		expect(told).toMatchObject({ status: 401, body: { code: 'identity.session-ended' } });
		expect(sessionCookies(thief)).toEqual([]);
		expect(await nameOn(phone)).toBeNull();
		expect(sessionCookies(phone)).toEqual([]);
	});

	it('goes on when a reply with new tokens was lost', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		app.house.clock.pass(11 * minute);
		await nameOn(copyOf(app, phone));
		expect(await nameOn(phone)).toBe('Nguyễn Thị Lan');
	});

	it('ends on signing out, for copies of its cookies too', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const copy = copyOf(app, phone);
		expect((await phone.call('DELETE', '/session')).status).toBe(204);
		expect(sessionCookies(phone)).toEqual([]);
		expect(await nameOn(copy)).toBeNull();
		expect((await phone.call('DELETE', '/session')).status).toBe(204);
	});

	it('is a new one after signing in again and after a new password', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const first = copyOf(app, phone);
		await phone.call('POST', '/session', { identifier: lan.phone, password });
		const second = copyOf(app, phone);
		await phone.call('POST', '/me/password', { current: password, next: 'mưa rơi mái lá' });
		expect([await nameOn(first), await nameOn(second), await nameOn(phone)]).toEqual([null, null, 'Nguyễn Thị Lan']);
	});

	it('can be seen and ended from another device, or everywhere', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const other = app.aPhone();
		await other.call(
			'POST',
			'/session',
			{ identifier: lan.phone, password },
			{ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }
		);
		const { body } = await phone.call('GET', '/me/sessions', undefined, { 'accept-language': 'en' });
		const { id } = body.sessions.find(({ current }: { current: boolean }) => !current);
		expect(body.sessions.map(({ device }: { device: string }) => device)).toContain('Windows computer, Firefox');
		expect((await phone.call('DELETE', `/me/sessions/${id}`)).status).toBe(204);
		expect(await nameOn(other)).toBeNull();
		expect((await phone.call('DELETE', '/sessions')).status).toBe(204);
		expect(await nameOn(phone)).toBeNull();
	});
});

describe('tokens that are no good', () => {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const signed = (claims: object, key: string, header: object = { alg: 'HS256', typ: 'JWT' }) => {
		const text = `${part(header)}.${part(claims)}`;
		return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
	};

	it('make a visitor of whoever brings them, and are taken back', async () => {
		const app = await anApp();
		const { keyFor } = app.house.secrets;
		await aSignedInPhone(app);
		const [session] = await app.house.store.read.select().from(sessions);
		const exp = Math.floor(app.house.clock.now().getTime() / 1000) + 600;
		const claims = { sid: session?.id, aud: 'bdhvs-access', exp };
		const good = signed(claims, keyFor('access-token'));
		const visits = async (token: string) => {
			const phone = app.aPhone();
			phone.cookies.set('phien', token);
			const name = await nameOn(phone);
			return [name, phone.cookies.has('phien')];
		};
		expect(await visits(good)).toEqual(['Nguyễn Thị Lan', true]);
		const bad = {
			broken: 'abc',
			cut: good.slice(0, -3),
			'signed by someone else': signed(claims, 'another key'),
			'signed for refreshing': signed(claims, keyFor('refresh-token')),
			'for another audience': signed({ ...claims, aud: 'bdhvs-refresh' }, keyFor('access-token')),
			'for no audience': signed({ sid: session?.id, exp }, keyFor('access-token')),
			expired: signed({ ...claims, exp: exp - 601 }, keyFor('access-token')),
			'never expiring': signed({ sid: session?.id, aud: 'bdhvs-access' }, keyFor('access-token')),
			unsigned: `${part({ alg: 'none' })}.${part(claims)}.`,
			'of another algorithm': signed(claims, keyFor('access-token'), { alg: 'HS512' }),
			'for no session': signed({ ...claims, sid: 'nowhere' }, keyFor('access-token')),
			'of a strange shape': signed({ ...claims, sid: { $ne: null } }, keyFor('access-token'))
		};
		for (const [what, token] of Object.entries(bad))
			expect([what, ...(await visits(token))]).toEqual([what, null, false]);
	});

	it('do not pass for each other', async () => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		const [access, refresh] = [phone.cookies.get('phien') ?? '', phone.cookies.get('phien_moi') ?? ''];
		const swapped = app.aPhone();
		swapped.cookies.set('phien', refresh).set('phien_moi', access);
		expect(await nameOn(swapped)).toBeNull();
		const bearer = async (token: string) =>
			(await app.aPhone().call('GET', '/session', undefined, { authorization: `Bearer ${token}` })).body.account?.name;
		expect([await bearer(access), await bearer(refresh), await bearer('x')]).toEqual([
			'Nguyễn Thị Lan',
			undefined,
			undefined
		]);
	});

	it('of a device that is unknown are taken back, and a visit writes nothing', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		phone.cookies.set('may', 'unknown');
		const { status, body } = await phone.call('GET', '/session');
		expect(status).toBe(200);
		expect(body).toEqual({ account: null, roles: [], grants: [], learner: { known: false }, deviceLearning: null });
		expect(sessionCookies(phone)).toEqual([]);
		for (const table of [learners, devices, sessions]) expect(await app.house.store.read.$count(table)).toBe(0);
	});
});

describe('learning on a device', () => {
	const token = 'a device token';
	async function aPhoneThatLearnt(app: TestApp) {
		const learnerId = await aDeviceLearner(app.house, hashToken(token));
		const phone = app.aPhone();
		phone.cookies.set('may', token);
		return { phone, learnerId };
	}

	it('is known without an account, and offered to whoever signs in', async () => {
		const app = await anApp();
		const { phone } = await aPhoneThatLearnt(app);
		expect((await phone.call('GET', '/session')).body.learner).toEqual({ known: true });
		const { body } = await phone.call('POST', '/accounts', lan);
		expect(body.deviceLearning).toEqual({ present: true, asked: false });
		const no = await phone.call('POST', '/session/device-learning', { take: false });
		expect(no).toMatchObject({ status: 200, body: { deviceLearning: { present: true, asked: true } } });
		const yes = await phone.call('POST', '/session/device-learning', { take: true });
		expect(yes).toMatchObject({ status: 200, body: { deviceLearning: null } });
		const again = await phone.call('POST', '/session/device-learning', { take: true });
		expect(again).toMatchObject({ status: 409, body: { code: 'identity.nothing-to-claim' } });
	});

	it('belongs to the account from then on: signed out, the phone is a stranger’s', async () => {
		const app = await anApp();
		const { phone } = await aPhoneThatLearnt(app);
		await phone.call('POST', '/accounts', { ...lan, takeDeviceLearning: true });
		await phone.call('DELETE', '/session');
		expect((await phone.call('GET', '/session')).body.learner).toEqual({ known: false });
		expect(sessionCookies(phone)).toEqual([]);
	});

	it('begins with the first thing to keep, on a cookie for this site only', async () => {
		const house = await aHouse();
		const app = createServer(house.config);
		await registerJwt(app, house);
		const learning = async (api: typeof app) => {
			api.post('/learn', { config: { access: 'public' } }, async (request, reply) => ({
				id: await ensureDeviceLearner(house, request, reply),
				same: await ensureDeviceLearner(house, request, reply)
			}));
		};
		const [authenticate, actorOf] = [authenticator(house), authenticatorByToken(house, { server: app })];
		const beforePeople = async () => undefined;
		await mountApi(app, house, { authenticate, actorOf, beforePeople, rooms: [identityRoutes(house), learning] });
		const first = await app.inject({ method: 'POST', url: '/api/learn' });
		const { id, same } = first.json();
		expect(same).toBe(id);
		expect(first.headers['set-cookie']).toMatch(
			/^may=[\w-]{32}\.0\.0\.[\w-]{22}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/
		);
		const cookie = `may=${first.cookies[0]?.value}`;
		const headers = { cookie, origin: 'http://hoc.test', host: 'hoc.test' };
		const second = await app.inject({ method: 'POST', url: '/api/learn', headers });
		expect(second.json().id).toBe(id);
		expect(second.headers['set-cookie']).toBeUndefined();
		expect(await house.store.read.$count(learners)).toBe(1);
		await app.close();
	});
});

describe('wrong forms', () => {
	it('get every wrong field with a sentence, in the reader’s language, and write nothing', async () => {
		const app = await anApp();
		const wrong = { name: 'Lan 85', birthYear: 1800, phone: '12', password: 'matkhau1' };
		const vi = await app.aPhone().call('POST', '/accounts', wrong);
		expect(vi.status).toBe(400);
		expect(vi.body.fields.map(({ field }: { field: string }) => field)).toEqual([
			'name',
			'birthYear',
			'phone',
			'password'
		]);
		expect(vi.body.fields[0].message).toBe('Tên chỉ gồm chữ cái, dài từ 2 đến 80 ký tự.');
		const en = await app.aPhone().call('POST', '/accounts', wrong, { 'accept-language': 'en' });
		expect(en.body.fields[0].message).toBe('A name has letters only, 2 to 80 characters.');
		expect(await app.house.store.read.$count(accounts)).toBe(0);
	});

	it.each([
		[{}, 400, 'platform.invalid'],
		[{ identifier: '', password: '' }, 400, 'platform.invalid'],
		[{ identifier: 1, password }, 400, 'platform.invalid'],
		[{ identifier: lan.phone, password, admin: true }, 400, 'platform.invalid'],
		[{ identifier: lan.phone, password: 'x'.repeat(2_001) }, 400, 'platform.invalid'],
		['{', 400, 'platform.broken-json']
	])('to sign in with are told so: %#', async (body, status, code) => {
		const { aPhone } = await anApp();
		expect(await aPhone().call('POST', '/session', body)).toMatchObject({ status, body: { code } });
	});

	it('never repeat what is personal', async () => {
		const app = await anApp();
		await aSignedInPhone(app);
		const secret = 'bí mật của tôi đó';
		const answers = [
			await app.aPhone().call('POST', '/session', { identifier: lan.phone, password: secret }),
			await app.aPhone().call('POST', '/accounts', { ...lan, password: secret }),
			await app
				.aPhone()
				.call('POST', '/reopenings/use', { identifier: lan.phone, code: 'AAAAA-AAAAA', password: secret })
		];
		expect(answers.map(({ status }) => status)).toEqual([401, 409, 401]);
		expect(answers[0]?.body.title).toBe('Số điện thoại hoặc mật khẩu chưa đúng. Xem lại nhé.');
		for (const { raw } of answers)
			for (const personal of [lan.phone, lan.name, secret]) expect(raw.toString()).not.toContain(personal);
	});

	it('say who shares a number and a password, and how long to wait', async () => {
		const app = await anApp();
		await aSignedInPhone(app);
		await aSignedInPhone(app, { name: 'Lê Văn Hùng' });
		const phone = app.aPhone();
		const which = await phone.call('POST', '/session', { identifier: lan.phone, password });
		expect(which).toMatchObject({ status: 409, body: { code: 'identity.which-person' } });
		const hung = which.body.people.find(({ name }: { name: string }) => name === 'Lê Văn Hùng');
		const chosen = await phone.call('POST', '/session', { identifier: lan.phone, password, accountId: hung.accountId });
		expect(chosen).toMatchObject({ status: 200, body: { account: { name: 'Lê Văn Hùng' } } });
		const guess = () => app.aPhone().call('POST', '/session', { identifier: lan.phone, password: 'sai' });
		for (let i = 0; i < 5; i++) await guess();
		expect(await guess()).toMatchObject({
			status: 429,
			body: { code: 'identity.too-many-tries', minutes: 1 },
			headers: { 'retry-after': '60' }
		});
	});
});

describe('writes from elsewhere', () => {
	it.each([
		['another site’s page', { origin: 'https://evil.example' }, {}, 403],
		['a page without origin', { origin: 'null' }, {}, 403],
		['a plain form', { 'content-type': 'text/plain' }, '{}', 415],
		['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415]
	])('are refused: %s', async (_what, headers, body, status) => {
		const app = await anApp();
		const phone = await aSignedInPhone(app);
		expect((await phone.call('POST', '/me/password', body, headers)).status).toBe(status);
		expect(await nameOn(phone)).toBe('Nguyễn Thị Lan');
	});
});

describe('who may call what', () => {
	const signedInOnly = [
		['POST', '/session/device-learning', { take: true }],
		['DELETE', '/sessions', undefined],
		['POST', '/me/password', { current: 'a', next: 'b' }],
		['GET', '/me/sessions', undefined],
		['DELETE', '/me/sessions/x', undefined]
	] as const;
	const caretakersOnly = [
		['GET', '/accounts?query=lan', undefined],
		['GET', '/accounts/x', undefined],
		['POST', '/reopenings', { accountId: 'x' }]
	] as const;
	const administratorsOnly = [
		['POST', '/grants', { accountId: 'x', role: 'helper', placeId: 'mau' }],
		['DELETE', '/grants/x', undefined]
	] as const;

	it('is told to visitors, people without a role, and people with too small a one', async () => {
		const app = await anApp();
		const visitor = app.aPhone();
		const person = await aSignedInPhone(app, { placeId: 'mau-dong-sen' });
		for (const [method, path, body] of [...signedInOnly, ...caretakersOnly, ...administratorsOnly])
			expect([path, (await visitor.call(method, path, body)).body.code]).toEqual([path, 'identity.sign-in-first']);
		for (const [method, path, body] of [...caretakersOnly, ...administratorsOnly])
			expect([path, (await person.call(method, path, body)).body.code]).toEqual([path, 'identity.not-allowed']);
		const administrator = await anAdministratorsPhone(app);
		const { id: accountId } = (await person.call('GET', '/session')).body.account;
		const grant = { accountId, role: 'helper', placeId: 'mau' };
		expect((await administrator.call('POST', '/grants', grant)).status).toBe(201);
		expect((await person.call('GET', '/accounts')).body.code).toBe('community.lesson-first');
		await finishFieldLesson(app.house, accountId);
		for (const [method, path, body] of administratorsOnly)
			expect([path, (await person.call(method, path, body)).status]).toEqual([path, 403]);
		expect((await person.call('GET', '/accounts?query=lan')).body.accounts).toHaveLength(1);
	});

	it('follows a role at once, given or taken', async () => {
		const app = await anApp();
		const person = await aSignedInPhone(app, { placeId: 'mau-dong-sen' });
		const administrator = await anAdministratorsPhone(app);
		const { id: accountId } = (await person.call('GET', '/session')).body.account;
		const { body } = await administrator.call('POST', '/grants', { accountId, role: 'officer', placeId: 'mau' });
		expect(body).toMatchObject({ role: 'officer', place: { id: 'mau', name: 'Tỉnh Mẫu (làm thử)' } });
		expect((await person.call('GET', '/session')).body).toMatchObject({
			roles: ['officer'],
			grants: [{ place: { path: '/mau/' } }]
		});
		expect((await administrator.call('DELETE', `/grants/${body.id}`)).status).toBe(204);
		expect((await person.call('GET', '/accounts?query=lan')).status).toBe(403);
		const again = await administrator.call('DELETE', `/grants/${body.id}`);
		expect(again).toMatchObject({ status: 404, body: { code: 'identity.no-such-grant' } });
		const learner = await administrator.call('POST', '/grants', { accountId, role: 'learner', placeId: 'mau' });
		expect(learner.status).toBe(400);
	});

	it('lets a sheet reopen an account, once', async () => {
		const app = await anApp();
		const person = await aSignedInPhone(app);
		const administrator = await anAdministratorsPhone(app);
		const { id: accountId } = (await person.call('GET', '/session')).body.account;
		const sheet = await administrator.call('POST', '/reopenings', { accountId });
		expect(sheet).toMatchObject({ status: 201, body: { name: 'Nguyễn Thị Lan' } });
		const use = { identifier: lan.phone, code: sheet.body.code, password: 'mưa rơi mái lá' };
		const phone = app.aPhone();
		expect((await phone.call('POST', '/reopenings/use', use)).body.account?.name).toBe('Nguyễn Thị Lan');
		expect([await nameOn(phone), await nameOn(person)]).toEqual(['Nguyễn Thị Lan', null]);
		const again = await app.aPhone().call('POST', '/reopenings/use', use);
		expect(again).toMatchObject({ status: 401, body: { code: 'identity.wrong-code' } });
	});

	it('lets the first administrator in once, by the link alone', async () => {
		const app = await anApp();
		const person = { name: 'Lê Lan', birthYear: 1980, username: 'lelan', password };
		for (const token of ['x', 'x'.repeat(32)]) {
			const guess = await app.aPhone().call('POST', '/first-administrator', { ...person, token });
			expect(guess).toMatchObject({ status: 403, body: { code: 'identity.setup-link-dead' } });
		}
		const administrator = await anAdministratorsPhone(app);
		const me = (await administrator.call('GET', '/session')).body;
		expect(me).toMatchObject({ roles: ['administrator'], grants: [{ place: { id: 'vn', path: '/' } }] });
		const view = await administrator.call('GET', `/accounts/${me.account.id}`);
		const last = await administrator.call('DELETE', `/grants/${view.body.grants[0].id}`);
		expect(last).toMatchObject({ status: 409, body: { code: 'identity.last-administrator' } });
	});
});
