import { describe, expect, it } from 'vitest';
import { aSite, type TestSite } from './a-site.ts';

const password = 'ruộng lúa chín vàng';
const host = 'hoc.test';

/** One of every kind of answer there is. */
const kinds: { kind: string; method?: 'POST' | 'PUT' | 'OPTIONS' | 'DELETE'; url: string; status: number }[] = [
	{ kind: 'a shared page', url: '/', status: 200 },
	{ kind: 'a lesson', url: '/khoa-hoc/thu/giu-ma', status: 200 },
	{ kind: 'a personal page', url: '/cua-toi', status: 200 },
	{ kind: 'a page’s data', url: '/cua-toi/__data.json', status: 200 },
	{ kind: 'a page that is not there', url: '/khong-co', status: 404 },
	{ kind: 'a page that sends on', url: '/hoc-tiep', status: 303 },
	{ kind: 'a form that is refused', method: 'POST', url: '/dang-xuat', status: 403 },
	{ kind: 'a method that pages lack', method: 'PUT', url: '/cua-toi', status: 404 },
	{ kind: 'a preflight', method: 'OPTIONS', url: '/api/session', status: 404 },
	{ kind: 'an answer of the API', url: '/api/session', status: 200 },
	{ kind: 'a refusal of the API', url: '/api/me/sessions', status: 401 },
	{ kind: 'an address the API lacks', url: '/api/khong-co', status: 404 },
	{ kind: 'a broken address', url: '/%zz', status: 303 },
	{ kind: 'a broken address of the API', url: '/api/%zz', status: 404 },
	{ kind: 'media that are not there', url: '/media/x.svg', status: 404 },
	{ kind: 'a file of the site', url: '/icon.svg', status: 200 },
	{ kind: 'a file that is not there', url: '/_app/immutable/x.js', status: 404 },
	{ kind: 'the reader’s stylesheet', url: '/hien-thi.css', status: 200 },
	{ kind: 'the description of the API', url: '/api/docs/json', status: 200 },
	{ kind: 'the pulse', url: '/healthz', status: 200 }
];

const ask = (
	{ app }: TestSite,
	{ method = 'GET', url }: { method?: 'GET' | 'POST' | 'PUT' | 'OPTIONS' | 'DELETE'; url: string }
) => app.inject({ method, url, headers: { host } });

describe('every kind of answer', () => {
	it('can be put into no frame, is taken for nothing else, and says nothing of the server', async () => {
		const site = await aSite();
		// Twice: what was rendered for the first who asked is sent to the second from memory.
		for (const kind of [...kinds, ...kinds]) {
			const { method = 'GET', url } = kind;
			const answer = await fetch(site.origin + url, { method, redirect: 'manual' });
			const headers = Object.fromEntries(answer.headers);
			expect([kind.kind, answer.status]).toEqual([kind.kind, kind.status]);
			expect(headers, kind.kind).toMatchObject({
				'x-frame-options': 'DENY',
				'x-content-type-options': 'nosniff',
				'referrer-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'content-security-policy': expect.stringMatching(/default-src '(none|self)'.*frame-ancestors '(none|self)'/)
			});
			expect(headers['content-security-policy'], kind.kind).not.toMatch(/script-src[^;]*(unsafe|\*|http)/);
			expect(Object.keys(headers).filter((name) => /^(server|x-powered-by|via|access-control-.*)$/.test(name))).toEqual(
				[]
			);
			if (answer.status >= 400) expect(headers['cache-control'], kind.kind).toMatch(/no-store/);
		}
	});

	it('also to what is no request at all carries them, and is short', async () => {
		const site = await aSite();
		for (const [bytes, status] of [
			['GET / HTTP/1.1\r\nHost: hoc.test\r\nbad header\r\n\r\n', 400],
			['nonsense\r\n\r\n', 400],
			[`GET / HTTP/1.1\r\nHost: hoc.test\r\nCookie: a=${'a'.repeat(20_000)}\r\n\r\n`, 431]
		] as const) {
			const answer = await site.raw(bytes);
			expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
			expect(answer).toMatch(/x-frame-options: DENY/i);
			expect(answer).toMatch(/content-security-policy: default-src 'none'/i);
			expect(answer.length).toBeLessThan(1_500);
		}
	});

	it('over https asks for https from then on, and its cookies go nowhere else', async () => {
		const site = await aSite({ ORIGIN: 'https://hoc.test' });
		const post = (url: string, payload: object) =>
			site.app.inject({ method: 'POST', url, headers: { host, origin: 'https://hoc.test' }, payload });
		const person = { name: 'Lê Thị Lan', birthYear: 1964, username: 'lan.thu', password };
		const answers = [
			await post('/api/accounts', person),
			await post('/api/courses/thu/attempts', {}),
			await ask(site, { url: '/khoa-hoc/thu/giu-ma' })
		];
		for (const { headers, cookies } of answers) {
			expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
			expect(cookies.length).toBeGreaterThan(0);
			for (const cookie of cookies) {
				expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
				expect(cookie.domain).toBeUndefined();
				expect(cookie.name).toMatch(/^__Host-/);
			}
		}
	});
});

describe('an address that nobody meant', () => {
	it('is told like any unknown one, whatever it is made of', async () => {
		const site = await aSite();
		const words = [
			'constructor',
			'__proto__',
			'toString',
			'hasOwnProperty',
			'%00',
			'%ff',
			'..%2f',
			'%F0%9F%98%80',
			'-1',
			'x'.repeat(190)
		];
		const pages = [
			'/loi/',
			'/chuong-trinh/',
			'/khoa-hoc/',
			'/khoa-hoc/thu/',
			'/xac-minh/',
			'/lam-bai/',
			'/giay-xac-nhan/',
			'/quan-tri/tai-khoan/',
			'/media/'
		];
		for (const page of pages)
			for (const word of words) {
				const { statusCode } = await ask(site, { url: page + word });
				expect(statusCode, page + word).toBeLessThan(500);
			}
	});

	it('with half a sign at the end of what it looks for is no bug', async () => {
		const site = await aSite();
		const long = encodeURIComponent(`${'a'.repeat(79)}😀`);
		for (const url of [`/xac-minh?ma=${long}`, `/lop-gan-nha?tim=${long}`, `/quan-tri/giay-xac-nhan?ma=${long}`])
			expect((await ask(site, { url })).statusCode, url).toBeLessThan(500);
	});

	it('can’t climb out of the call that a form makes for somebody', async () => {
		const site = await aSite();
		const phone = site.aPhone();
		await phone.call('POST', '/accounts', { name: 'Lê Thị Lan', birthYear: 1964, username: 'lan.thu', password });
		const cookie = [...phone.cookies].map((each) => each.join('=')).join('; ');
		const asked: string[] = [];
		for (const id of ['..', '.', '../../sessions', '..%2f..%2fsessions']) {
			const answer = await site.app.inject({
				method: 'POST',
				url: '/cua-toi/thiet-bi?/close',
				headers: {
					host,
					cookie,
					origin: 'http://hoc.test',
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded'
				},
				payload: new URLSearchParams({ id }).toString()
			});
			asked.push(`${answer.statusCode} ${answer.headers['location']}`);
		}
		// Answered as any unknown id is: by the route that was meant.
		expect(asked).toEqual(asked.map(() => '303 /cua-toi/thiet-bi?da-dong'));
		expect((await phone.call('GET', '/me/sessions')).body.sessions.length).toBe(1);
	});

	it('leads into no file of the machine', async () => {
		const site = await aSite();
		const steps = [
			'../',
			'..%2f',
			'%2e%2e/',
			'%2e%2e%2f',
			'..%5c',
			'%252e%252e%252f',
			'..;/',
			'....//',
			'.%00./',
			'%c0%ae%c0%ae/'
		];
		const roots = [
			'/media/',
			'/_app/',
			'/_app/immutable/',
			'/',
			'/api/docs/static/',
			'/khoa-hoc/thu/',
			'/hien-thi.css/'
		];
		for (const root of roots)
			for (const step of steps)
				for (const file of ['etc/passwd', 'package.json', 'hoc.sqlite', 'keys/session-secret', 'server/index.js']) {
					const answer = await ask(site, { url: root + step.repeat(8) + file });
					expect(answer.statusCode, root + step + file).toBeGreaterThanOrEqual(300);
					expect(answer.payload).not.toMatch(/root:|SQLite format|"devDependencies"|import \{/);
				}
	});
});
