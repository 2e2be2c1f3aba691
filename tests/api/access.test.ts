import { describe, expect, it } from 'vitest';
import { createServer } from '../../src/platform/http/api.ts';
import { aConfig, anApp, type Phone, type TestApp } from '../support/index.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
interface Route {
	method: Method;
	path: string;
	access: 'public' | 'learner' | 'account' | string[];
}

/** Every route there is, with who may call it, as the API itself describes them. */
function routesOf({ app }: TestApp): Route[] {
	const { paths } = app.swagger() as { paths: Record<string, Record<string, { 'x-access'?: Route['access'] }>> };
	return Object.entries(paths).flatMap(([path, operations]) =>
		Object.entries(operations).map(([method, operation]) => ({
			method: method.toUpperCase() as Method,
			path: path.replace(/^\/api/, '').replace(/\{\w+\}/g, 'x'),
			access: operation['x-access'] ?? 'public'
		}))
	);
}

const call = (phone: Phone, { method, path }: Route) => phone.call(method, path, method === 'GET' ? undefined : {});

async function signedUp(app: TestApp): Promise<Phone> {
	const phone = app.aPhone();
	const person = { name: 'Nguyễn Thị Lan', birthYear: 1964, username: 'lan.thu', password: 'con trâu đi trước' };
	expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
	return phone;
}

describe('who may call a route', () => {
	it('is said of every route', async () => {
		const routes = routesOf(await anApp());
		expect(routes.length).toBeGreaterThan(30);
		expect(routes.filter((route) => route.access === undefined)).toEqual([]);
	});

	it('keeps a visitor out of everything that is for learners, accounts or roles', async () => {
		const app = await anApp();
		for (const route of routesOf(app).filter((each) => each.access !== 'public')) {
			const { status, body } = await call(app.aPhone(), route);
			expect([route.method, route.path, status]).toEqual([route.method, route.path, 401]);
			expect(body.title, route.path).not.toBe(body.code);
		}
	});

	it('keeps somebody without a role out of everything that is for a role', async () => {
		const app = await anApp();
		const phone = await signedUp(app);
		const guarded = routesOf(app).filter((each) => Array.isArray(each.access));
		expect(guarded.length).toBeGreaterThan(3);
		for (const route of guarded) {
			const { status, body } = await call(phone, route);
			expect([route.method, route.path, status, body.code]).toEqual([
				route.method,
				route.path,
				403,
				'identity.not-allowed'
			]);
		}
	});

	it('refuses a write that a page of another site sends with her cookies', async () => {
		const app = await anApp();
		const phone = await signedUp(app);
		for (const route of routesOf(app).filter((each) => each.method !== 'GET')) {
			for (const origin of ['https://evil.example', 'null', 'http://hoc.test.evil.example']) {
				const { status, body } = await phone.call(route.method, route.path, {}, { origin });
				expect([route.path, origin, status, body.code]).toEqual([route.path, origin, 403, 'platform.foreign-origin']);
			}
		}
	});

	it('takes nothing but JSON, and a file where one is asked for', async () => {
		const app = await anApp();
		const file = 'multipart/form-data; boundary=x';
		for (const route of routesOf(app).filter((each) => each.method === 'POST' && each.access === 'public')) {
			for (const type of ['text/plain', 'application/x-www-form-urlencoded', file]) {
				if (type === file && /^\/(verification-files|badge-verifications)$/.test(route.path)) continue;
				const { status, body } = await app.aPhone().call(route.method, route.path, 'a=b', { 'content-type': type });
				expect([route.path, type, status, body.code]).toEqual([route.path, type, 415, 'platform.not-json']);
			}
		}
	});
});

describe('the server', () => {
	it('does not wait for ever for a request that trickles in', async () => {
		const { app } = await anApp();
		expect(app.server.requestTimeout).toBeGreaterThan(0);
		expect(app.server.requestTimeout).toBeLessThanOrEqual(300_000);
	});

	it('tells nothing of a bug, wherever it is', async () => {
		const app = createServer(aConfig());
		app.get('/bug', () => {
			throw new Error('the secret is 42');
		});
		const answer = await app.inject({ url: '/bug' });
		expect(answer.statusCode).toBe(500);
		expect(answer.payload).not.toContain('secret');
		expect(answer.json()).toMatchObject({ code: 'platform.failed' });
	});
});

describe('answers of the API', () => {
	it('tell an unknown address in JSON, in the language that was asked for', async () => {
		const app = await anApp();
		const { status, body, headers } = await app
			.aPhone()
			.call('GET', '/nowhere', undefined, { 'accept-language': 'en' });
		expect(status).toBe(404);
		expect(headers['content-type']).toMatch('application/problem+json');
		expect(body).toMatchObject({ code: 'platform.no-such-address', title: expect.stringContaining('no such address') });
	});

	it('tell an address that cannot be read like an unknown one', async () => {
		const app = await anApp();
		for (const path of ['/courses/%zz', `/verifications/${'A'.repeat(300)}`]) {
			const { status, body, headers } = await app.aPhone().call('GET', path);
			expect([path, status, body.code]).toEqual([path, 404, 'platform.no-such-address']);
			expect(headers['x-content-type-options']).toBe('nosniff');
		}
		const page = await app.app.inject({ url: '/%zz' });
		expect([page.statusCode, page.headers['location']]).toEqual([303, '/loi/404']);
	});

	it('tell an oversized body, and a body that is no JSON', async () => {
		const app = await anApp();
		const large = { identifier: 'x'.repeat(400_000), password: 'x' };
		expect((await app.aPhone().call('POST', '/session', large)).body.code).toBe('platform.too-large');
		const broken = await app.aPhone().call('POST', '/session', '{"identifier":');
		expect([broken.status, broken.body.code]).toEqual([400, 'platform.broken-json']);
	});

	it('are no bug of ours where a text holds a NUL, whatever the database thinks of it', async () => {
		const app = await anApp();
		const phone = await signedUp(app);
		const person = { name: 'Lê Văn Tám', birthYear: 1964, username: 'tam.thu', password: 'con trâu đi trước' };
		for (const [method, path, body] of [
			['GET', '/places/%00'],
			['GET', '/attempts/%00'],
			['DELETE', '/me/sessions/%00'],
			['POST', '/records', { attemptId: '\0', name: 'Lê Văn Tám' }],
			['POST', '/accounts', { ...person, placeId: 'vn\0' }]
		] as const) {
			const answer = await phone.call(method, path, body);
			expect([400, 404], path).toContain(answer.status);
		}
		expect((await app.aPhone().call('POST', '/accounts', person)).status).toBe(201);
	});

	it('name a few of very many faults', async () => {
		const app = await anApp();
		const members = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`m${i}`, 1]));
		const { status, body, raw } = await app.aPhone().call('POST', '/session', members);
		expect([status, body.code, body.fields.length]).toEqual([400, 'platform.invalid', 20]);
		expect(raw.length).toBeLessThan(5_000);
	});

	it('carry the security headers and are kept by no cache', async () => {
		const app = await anApp();
		for (const path of ['/session', '/nowhere', '/programmes']) {
			const { headers } = await app.aPhone().call('GET', path);
			expect(headers).toMatchObject({
				'x-content-type-options': 'nosniff',
				'referrer-policy': 'same-origin',
				'cache-control': 'no-store',
				'content-security-policy': expect.stringContaining("default-src 'none'")
			});
		}
	});

	it('can be read about at /api/docs', async () => {
		const app = await anApp();
		const page = await app.aPhone().call('GET', '/docs/');
		expect(page.status).toBe(200);
		const description = await app.aPhone().call('GET', '/docs/json');
		expect(description.body.openapi).toMatch(/^3\.1/);
	});
});
