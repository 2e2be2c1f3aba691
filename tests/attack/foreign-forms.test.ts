import { describe, expect, it } from 'vitest';
import { routesOf } from './doors.ts';
import { everythingKept } from './everything-kept.ts';
import { aSite, type TestSite } from './a-site.ts';

const password = 'ruộng lúa chín vàng';
const form = 'application/x-www-form-urlencoded';
const cookieOf = (cookies: Map<string, string>) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Signed in here, and lured to a page of somebody else. */
async function aVictim(site: TestSite): Promise<string> {
	const phone = site.aPhone();
	const person = { name: 'Lê Thị Lan', birthYear: 1964, username: 'lan.thu', password };
	expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
	return cookieOf(phone.cookies);
}

/** Every page action there is that writes, with a body that would do something. */
const actions: [string, string][] = [
	['/dang-xuat', ''],
	['/cua-toi/thiet-bi?/everywhere', ''],
	['/cua-toi/mat-khau', `current=${encodeURIComponent(password)}&next=mat+khau+cua+ke+gian`],
	['/khoa-hoc/thu/giu-ma?/answer', 'question=giu-ma-1&option=a'],
	['/hien-thi', 'co=28'],
	['/dang-nhap', `identifier=lan.thu&password=${encodeURIComponent(password)}`],
	['/dang-ky?/create', `name=Ke+Gian&birthYear=1990&username=ke.gian&password=${encodeURIComponent(password)}`],
	['/may-nay?/mine', '']
];

/** Origins that a form of another site, a sandboxed frame or a saved page comes with. */
const foreign = [
	'https://evil.example',
	'null',
	'http://hoc.test.evil.example',
	'http://evil.example/http://hoc.test',
	'https://hoc.test',
	'http://hoc.test:81',
	'http://user@hoc.test',
	'http://HOC.TEST.',
	'http://hoc.test, http://evil.example',
	''
];

describe('a form of another site', () => {
	it('changes nothing here, whatever origin it comes with or without one', async () => {
		const site = await aSite();
		const cookie = await aVictim(site);
		const before = await everythingKept(site.house);
		for (const [url, payload] of actions) {
			for (const origin of [...foreign, undefined]) {
				const headers = { host: 'hoc.test', cookie, 'content-type': form, ...(origin !== undefined && { origin }) };
				const answer = await site.app.inject({ method: 'POST', url, headers, payload });
				expect([url, origin, answer.statusCode]).toEqual([url, origin, 403]);
				expect(answer.headers['set-cookie'], url).toBeUndefined();
			}
		}
		expect(await everythingKept(site.house)).toEqual(before);
	});

	it('can’t borrow the cookies for the API, with or without an origin, by any kind of body', async () => {
		const site = await aSite();
		const cookie = await aVictim(site);
		const before = await everythingKept(site.house);
		const writes = routesOf(site).filter(({ method }) => method !== 'GET');
		expect(writes.length).toBeGreaterThan(10);
		for (const { method, name } of writes) {
			const url = `/api${name.split(' ')[1]?.replace(/\{\w+\}/g, 'x')}`;
			for (const origin of [...foreign, undefined]) {
				for (const type of ['application/json', 'text/plain', form, 'multipart/form-data; boundary=x']) {
					const headers = { host: 'hoc.test', cookie, 'content-type': type, ...(origin !== undefined && { origin }) };
					const answer = await site.app.inject({ method, url, headers, payload: '{"take":true}' });
					expect([name, origin, type, answer.statusCode]).toEqual([name, origin, type, 403]);
				}
			}
		}
		expect(await everythingKept(site.house)).toEqual(before);
	});

	it('can’t dress a post up as another method, nor a read as a write', async () => {
		const site = await aSite();
		const cookie = await aVictim(site);
		const before = await everythingKept(site.house);
		for (const [method, url] of [
			['POST', '/api/sessions?_method=DELETE'],
			['GET', '/api/sessions?_method=DELETE'],
			['GET', '/dang-xuat?/default'],
			['GET', '/cua-toi/thiet-bi?/everywhere'],
			['HEAD', '/api/sessions']
		] as const) {
			for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
				const headers = { host: 'hoc.test', origin: 'http://hoc.test', cookie, [name]: 'DELETE' };
				const answer = await site.app.inject({ method, url, headers });
				expect([url, name, answer.statusCode]).not.toEqual([url, name, 204]);
			}
		}
		expect(await everythingKept(site.house)).toEqual(before);
	});

	it('of this site itself is taken, so that the refusals above are about something', async () => {
		const site = await aSite();
		const headers = {
			host: 'hoc.test',
			cookie: await aVictim(site),
			'content-type': form,
			origin: 'http://hoc.test',
			accept: 'text/html'
		};
		const answer = await site.app.inject({ method: 'POST', url: '/dang-xuat', headers, payload: '' });
		expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/dang-nhap?da-ra']);
	});

	it('is refused in other clothes: plain text, several parts, JSON', async () => {
		const site = await aSite();
		const cookie = await aVictim(site);
		for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json', 'text/xml', '']) {
			const headers = { host: 'hoc.test', cookie, origin: 'http://hoc.test', 'content-type': type };
			const answer = await site.app.inject({ method: 'POST', url: '/dang-xuat', headers, payload: 'a=b' });
			expect([type, answer.statusCode]).toEqual([type, 415]);
		}
	});
});
