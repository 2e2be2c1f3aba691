import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/index.ts';
import { aCast } from './cast.ts';
import { everythingKept } from './everything-kept.ts';

const password = 'ruộng lúa chín vàng';
const person = { name: 'Lê Thị Lan', birthYear: 1964, username: 'lan.thu', password };
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

async function signedIn(app: TestApp) {
	const phone = app.aPhone();
	expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
	return { phone, access: phone.cookies.get('phien') ?? '', refresh: phone.cookies.get('phien_moi') ?? '' };
}

describe('a token', () => {
	it('that was forged, bent or put in another’s place opens nothing', async () => {
		const app = await anApp();
		const { access, refresh } = await signedIn(app);
		const [head = '', claims = '', mark = ''] = access.split('.');
		const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>; // its own token
		const signed = (header: object, body: object, key: string | Buffer, hash = 'sha256') => {
			const text = `${encoded(header)}.${encoded(body)}`;
			return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
		};
		const key = app.house.secrets.keyFor('access-token');
		const forged = [
			`${encoded({ alg: 'none', typ: 'JWT' })}.${claims}.`,
			`${encoded({ alg: 'None' })}.${claims}.${mark}`,
			`${encoded({ alg: 'NONE' })}.${claims}`,
			signed({ alg: 'HS256', kid: '../../../../dev/null' }, payload, ''),
			signed({ alg: 'HS256', kid: "x' union select 'k" }, payload, 'k'),
			signed({ alg: 'HS256', jku: 'https://evil.example/keys' }, payload, 'k'),
			signed({ alg: 'HS256', jwk: { kty: 'oct', k: 'aw' } }, payload, 'k'),
			signed({ alg: 'HS256' }, payload, 'another secret, long enough as well'),
			signed({ alg: 'HS256' }, payload, app.house.secrets.keyFor('refresh-token')),
			signed({ alg: 'HS256' }, payload, app.house.secrets.keyFor('lesson-openings')),
			signed({ alg: 'HS512' }, payload, key, 'sha512'),
			signed({ alg: 'RS256' }, payload, key),
			signed({ alg: 'HS256' }, { ...payload, exp: 1 }, key),
			signed({ alg: 'HS256' }, { ...payload, exp: '9999999999' }, key),
			signed({ alg: 'HS256' }, { ...payload, exp: undefined }, key),
			signed({ alg: 'HS256' }, { ...payload, aud: 'bdhvs-refresh' }, key),
			signed({ alg: 'HS256' }, { ...payload, aud: undefined }, key),
			signed({ alg: 'HS256' }, { ...payload, sid: { toString: 'x' } }, key),
			signed({ alg: 'HS256' }, { ...payload, sid: null }, key),
			refresh,
			`${head}.${encoded({ ...payload, sid: 'x' })}.${mark}`,
			`${head}.${claims}.${mark.slice(0, -4)}`,
			`${head}.${claims}`,
			'a'.repeat(8_000),
			'.'.repeat(100)
		];
		for (const token of forged) {
			const ways: Record<string, string>[] = [{ cookie: `phien=${token}` }, { authorization: `Bearer ${token}` }];
			for (const headers of ways) {
				const { status, body } = await app.aPhone().call('GET', '/me/sessions', undefined, headers);
				expect(status, token.slice(0, 80)).toBe(401);
				expect(body.sessions).toBeUndefined();
			}
			const renewed = await app
				.aPhone()
				.call('POST', '/session/refresh', {}, { cookie: `phien_moi=${token === refresh ? access : token}` });
			expect(renewed.status, token.slice(0, 80)).toBe(401);
		}
		const whole = await app.aPhone().call('GET', '/me/sessions', undefined, { authorization: `Bearer ${access}` });
		expect(whole.status).toBe(200);
	});

	it('that was in the browser before signing in does not survive it', async () => {
		const app = await anApp();
		const { phone, access, refresh } = await signedIn(app);
		expect((await phone.call('POST', '/session', { identifier: 'lan.thu', password })).status).toBe(200);
		expect(phone.cookies.get('phien')).not.toBe(access);
		for (const cookie of [`phien=${access}`, `phien_moi=${refresh}`]) {
			const { status } = await app.aPhone().call('GET', '/me/sessions', undefined, { cookie });
			expect([cookie.slice(0, 10), status]).toEqual([cookie.slice(0, 10), 401]);
		}
		const planted = app.aPhone();
		for (const name of ['phien', 'phien_moi', 'may']) planted.cookies.set(name, 'chosen-by-somebody-else');
		expect((await planted.call('POST', '/session', { identifier: 'lan.thu', password })).status).toBe(200);
		expect([...planted.cookies.values()]).not.toContain('chosen-by-somebody-else');
	});
});

/** Members that a careless server would take from a body as its own. */
const smuggled: Record<string, unknown> = {
	...{
		id: 'x',
		learnerId: 'x',
		accountId: 'x',
		role: 'administrator',
		roles: ['administrator'],
		grants: [{ role: 'administrator', placePath: '/' }]
	},
	...{
		correct: true,
		score: 100,
		passed: true,
		placePath: '/',
		path: '/',
		simulated: false,
		issuedAt: '2020-01-01T00:00:00Z',
		withdrawnBy: 'x'
	},
	...{ passwordHash: 'x', closedAt: null, grantedBy: 'x', sample: false, courseHash: 'x', finishedAt: null }
};

describe('a body', () => {
	it('can’t bring along what only the server decides, nor reach the prototype of everything', async () => {
		const cast = await aCast(await anApp());
		const { phones, accountIds, places, has } = cast;
		await cast.app.house.facts.runDue();
		const before = await everythingKept(cast.app.house);
		const open = has.accountC.openAttempt;
		const calls: ['POST' | 'PUT', string, Record<string, unknown>, keyof typeof phones][] = [
			['POST', '/accounts', { ...person, placeId: places.X }, 'visitor'],
			['POST', '/session', { identifier: 'accountc.thu', password, accountId: 'x' }, 'visitor'],
			['POST', '/records', { attemptId: open, name: 'Người Tên Cúc' }, 'accountC'],
			['POST', `/attempts/${open}/finish`, { finishUnanswered: true }, 'accountC'],
			['PUT', `/attempts/${open}/answers/${has.accountC.questionId}`, { optionId: has.accountC.optionId }, 'accountC'],
			['POST', '/courses/thu/attempts', {}, 'visitor'],
			['POST', '/courses/thu/lessons/giu-ma/way', { way: 'paper' }, 'accountC'],
			['POST', '/courses/thu/lessons/giu-ma/answers', { questionId: 'x', optionId: 'x' }, 'accountC'],
			['POST', '/grants', { accountId: accountIds['accountC'], role: 'helper', placeId: places.X }, 'root'],
			['POST', '/reopenings', { accountId: accountIds['accountC'] }, 'root'],
			['POST', '/places', { parentId: places.province, name: 'Xã Mới' }, 'root'],
			['POST', `/places/${places.X}/villages`, { villages: 'Thôn Chín' }, 'root'],
			['POST', '/me/password', { current: password, next: 'một mật khẩu khác' }, 'accountC']
		];
		for (const [method, path, body, who] of calls) {
			const whole = JSON.stringify(body);
			const bodies = [
				...Object.entries(smuggled)
					.filter(([name]) => !(name in body))
					.map(([name, value]) => JSON.stringify({ ...body, [name]: value })),
				whole.replace('{', `{"__proto__":{"role":"administrator"}${whole === '{}' ? '' : ','}`),
				whole.replace('{', `{"constructor":{"prototype":{"role":"administrator"}}${whole === '{}' ? '' : ','}`),
				...[
					'[]',
					`[${whole}]`,
					'"x"',
					'1',
					'{"x":1',
					`${'['.repeat(50_000)}`,
					`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
				]
			];
			for (const text of bodies) {
				const { status } = await phones[who].call(method, path, text);
				expect(status, `${path} ${text.slice(0, 120)}`).toBe(400);
			}
			for (const name of Object.keys(body))
				for (const value of [null, true, 0, [], {}, ['x'], { toString: 'x' }]) {
					if (value === true && name === 'finishUnanswered') continue;
					const { status } = await phones[who].call(method, path, { ...body, [name]: value });
					expect(status, `${path} ${name}=${JSON.stringify(value)}`).toBe(400);
				}
		}
		expect(({} as Record<string, unknown>)['role']).toBeUndefined();
		expect(await everythingKept(cast.app.house)).toEqual(before);
	});
});
