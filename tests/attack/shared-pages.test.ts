import { describe, expect, it } from 'vitest';
import { aSite, type TestSite } from './a-site.ts';
import { aCast, usernameOf } from './cast.ts';

const sharedPages = [
	'/',
	'/bai-hoc',
	'/tu-dien',
	'/cach-ghi-nhan',
	'/khung-ky-nang',
	'/quyen-rieng-tu',
	'/tro-nang',
	'/chuong-trinh/nguoi-dan',
	'/khoa-hoc/thu',
	'/khoa-hoc/thu/giu-ma'
];

const read = ({ app }: TestSite, url: string, headers: Record<string, string> = {}) =>
	app.inject({ url, headers: { host: 'hoc.test', ...headers } });

/** What a cache in between might let through and a careless page might put into itself. */
const oddities: Record<string, string>[] = [
	{ 'accept-language': 'en' },
	{ 'accept-language': '<script>, vi;q=0.1' },
	{ host: 'evil.example' },
	{ host: 'evil.example:80', 'x-forwarded-host': 'evil.example' },
	{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.2.3.4' },
	{ forwarded: 'host=evil.example;proto=https', 'x-original-url': '/quan-tri', 'x-rewrite-url': '/quan-tri' },
	{ 'x-forwarded-prefix': '/evil', 'x-sveltekit-pathname': '/quan-tri', 'x-sveltekit-search': '?x' },
	{ accept: 'application/json' },
	{ 'user-agent': '"><script>alert(1)</script>', referer: 'https://evil.example/' },
	{ authorization: 'Bearer x' }
];

const queries = ['', '?x=1', '?tiep=//evil.example', '?<script>', '?/answer', '?_data=1', '?ma=K7M2'];

describe('a file of the site', () => {
	const headOf = async (site: TestSite, path: string, more = '') => {
		const request = `HEAD ${path} HTTP/1.1\r\nhost: hoc.test\r\nconnection: close\r\n${more}\r\n`;
		return (await site.raw(request)).toLowerCase();
	};

	it('is kept for a year under the name of its content, the others for a day; known ones are not sent again', async () => {
		const site = await aSite();
		const { payload } = await read(site, '/');
		const [named = ''] = /\/_app\/immutable\/[^"]+\.css/.exec(payload) ?? [];
		const head = await headOf(site, named, 'accept-encoding: br\r\n');
		for (const line of [
			'200 ok',
			'cache-control: public, max-age=31536000, immutable',
			'content-encoding: br',
			'content-type: text/css; charset=utf-8',
			'x-content-type-options: nosniff'
		])
			expect(head).toContain(line);
		expect(await headOf(site, '/robots.txt')).toContain('cache-control: public, max-age=86400\r\n');
		const [, etag = ''] =
			/etag: ("[^"]+")/i.exec(await site.raw(`GET ${named} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)) ?? [];
		expect(await headOf(site, named, `if-none-match: ${etag}\r\n`)).toContain('304 not modified');
	});
});

describe('a page that is the same for everyone', () => {
	it('has not one byte of whoever asks, whatever comes along with the request', async () => {
		const site = await aSite();
		const { phones } = await aCast(site);
		const cookies = [...phones.accountC.cookies, ['hien_thi', '28.dark.more']].map((each) => each.join('=')).join('; ');
		for (const path of sharedPages.flatMap((each) => [each, each === '/' ? '/en' : `/en${each}`])) {
			const stranger = await read(site, path);
			expect([path, stranger.statusCode]).toEqual([path, 200]);
			expect(stranger.payload).not.toContain('accountC');
			for (const headers of [{ cookie: cookies }, ...oddities]) {
				for (const query of queries) {
					const answer = await read(site, path + query, headers);
					expect(answer.payload === stranger.payload, `${path}${query} ${JSON.stringify(headers)}`).toBe(true);
					expect(answer.headers.etag).toBe(stranger.headers.etag);
				}
			}
		}
	});

	it('says what it depends on, and gives its note of when a lesson was opened to no cache', async () => {
		const site = await aSite();
		for (const path of sharedPages) {
			const first = await read(site, path);
			const again = await read(site, path, { 'if-none-match': String(first.headers.etag) });
			for (const answer of [first, again]) {
				expect(answer.headers.vary).toMatch(/accept-encoding/i);
				const personal = answer.headers['set-cookie'] !== undefined;
				expect(answer.headers['cache-control'], path).toMatch(personal ? /private/ : /no-cache/);
			}
			expect([again.statusCode, again.payload]).toEqual([304, '']);
		}
	});

	it('is not given to a cache by another name: what looks like a file or like a shared page is not kept', async () => {
		const site = await aSite();
		const { phones } = await aCast(site);
		const cookie = [...phones.accountC.cookies].map((each) => each.join('=')).join('; ');
		const disguises = [
			...[
				'/cua-toi',
				'/cua-toi/',
				'/cua-toi/x.css',
				'/cua-toi/x.js',
				'/cua-toi%2fx.css',
				'/cua-toi;x.css',
				'/cua-toi.css'
			],
			...[
				'/cua-toi?x.css',
				'/cua-toi%00.css',
				'/cua-toi%23x.css',
				'/cua-toi%3fx.css',
				'/cua-toi/..%2fx.css',
				'//cua-toi'
			],
			...['/khoa-hoc/../cua-toi', '/khoa-hoc/%2e%2e/cua-toi', '/khoa-hoc/x/%2e%2e/%2e%2e/cua-toi', '/./cua-toi'],
			...['/khoa-hoc/thu/..%2f..%2f..%2fcua-toi', '/khoa-hoc/thu%2f..%2f..%2fcua-toi', '/en/cua-toi', '/en/../cua-toi'],
			...['/_app/immutable/../../cua-toi', '/media/../cua-toi', '/khoa-hoc//cua-toi', '/cua-toi/__data.json'],
			...['/khoa-hoc/thu/kiem-tra', '/hoc-tiep', '/cua-toi/thiet-bi', '/quan-tri', '/api/session', '/api/session?x.css']
		];
		for (const url of disguises) {
			const answer = await read(site, url, { cookie });
			const personal = answer.payload.includes('Người Tên accountC') || answer.payload.includes(usernameOf('accountC'));
			expect(answer.headers['cache-control'], url).toMatch(/no-store/);
			if (personal) expect(answer.headers['cache-control'], url).not.toMatch(/public/);
			expect(answer.statusCode, url).toBeLessThan(500);
		}
	});

	it('is never answered from memory for a personal one, and an error is kept by nobody', async () => {
		const site = await aSite();
		for (const url of [
			'/khoa-hoc/khong-co',
			'/khoa-hoc/thu/khong-co',
			'/chuong-trinh/x',
			'/media/x',
			'/_app/immutable/x.js'
		]) {
			const answer = await read(site, url, { 'if-none-match': '*' });
			expect([url, answer.statusCode]).toEqual([url, 404]);
			expect(answer.headers['cache-control'], url).toMatch(/no-store/);
			expect(answer.headers.etag, url).toBeUndefined();
		}
	});
});
