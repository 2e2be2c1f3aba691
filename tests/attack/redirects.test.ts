import { describe, expect, it } from 'vitest';
import { aSite, type TestSite } from './a-site.ts';

const origin = 'http://hoc.test';
const form = 'application/x-www-form-urlencoded';
const password = 'ruộng lúa chín vàng';

/** Ways to write an address elsewhere so that it passes for a path of this site. */
const elsewhere = [
	...[
		'//evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\\/evil.example',
		'///evil.example',
		'/%09/evil.example'
	],
	...[
		'/\t/evil.example',
		'/\n/evil.example',
		'\t//evil.example',
		'/.//evil.example',
		'/..//evil.example',
		'/x/..//evil.example'
	],
	...[
		'https://evil.example',
		'https:evil.example',
		'http:/evil.example',
		'javascript:alert(1)',
		'data:text/html,x',
		'//hoc.test@evil.example'
	],
	...[
		'/@evil.example',
		'.evil.example',
		'@evil.example',
		':80@evil.example',
		'/%2f%2fevil.example',
		'/%5cevil.example',
		'//evil%E3%80%82example'
	],
	...[
		'/en//evil.example',
		'/en/\\evil.example',
		'/en/.//evil.example',
		'/./%2e//evil.example',
		'/\r\nset-cookie: x=1',
		'/x\u0000//evil.example'
	],
	...[
		'/\u2028/evil.example',
		'/\u3000/evil.example',
		'/。/evil.example',
		'hoc.test.evil.example',
		'/%0d%0aset-cookie:%20x=1'
	]
];

const staysHere = (location: unknown) => {
	const to = new URL(String(location), `${origin}/somewhere`);
	return to.origin === origin && !to.pathname.startsWith('//');
};

async function signedIn({ aPhone }: TestSite, name: string): Promise<string> {
	const phone = aPhone();
	await phone.call('POST', '/accounts', { name: 'Lê Thị Lan', birthYear: 1964, username: name, password });
	return [...phone.cookies].map((each) => each.join('=')).join('; ');
}

describe('a way back that was put into the address', () => {
	it('leads nowhere but to this site, after every form that takes one', async () => {
		const site = await aSite();
		const cookie = await signedIn(site, 'lan.thu');
		const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
			site.app.inject({
				method: 'POST',
				url,
				headers: { host: 'hoc.test', origin, accept: 'text/html', 'content-type': form, ...headers },
				payload: new URLSearchParams(fields).toString()
			});
		for (const [i, there] of elsewhere.entries()) {
			const query = `tiep=${encodeURIComponent(there)}`;
			const answers = [
				await post('/hien-thi', { ve: there, co: '21' }),
				await post('/en/hien-thi', { ve: there, co: '21' }, { referer: 'https://evil.example/hien-thi' }),
				await site.app.inject({ url: `/may-nay?${query}`, headers: { host: 'hoc.test', cookie } })
			];
			if (i < 3) answers.push(await post(`/dang-nhap?${query}`, { identifier: 'lan.thu', password }));
			for (const answer of answers) {
				expect([there, answer.statusCode]).toEqual([there, 303]);
				expect(staysHere(answer.headers['location']), `${there} → ${answer.headers['location']}`).toBe(true);
				expect(JSON.stringify(answer.headers['set-cookie'] ?? '')).not.toContain('x=1');
			}
		}
	});

	it('stands in no link of a page either', async () => {
		const site = await aSite();
		for (const there of elsewhere) {
			for (const page of [`/dang-nhap?tiep=`, `/dang-ky?tiep=`, `/hien-thi?ve=`]) {
				const { payload, statusCode } = await site.app.inject({
					url: page + encodeURIComponent(there),
					headers: { host: 'hoc.test' }
				});
				expect(statusCode).toBe(200);
				const ways = [...payload.matchAll(/\s(?:href|action|value)="([^"]*)"/g)].map(([, way = '']) =>
					way.replace(/&amp;/g, '&')
				);
				for (const way of ways.filter((each) => each.includes('evil')))
					expect(staysHere(way.startsWith('?') ? `/x${way}` : way), `${page}${there}: ${way}`).toBe(true);
			}
		}
	});

	it('leads nowhere else by an odd address, slashes or dots either', async () => {
		const site = await aSite();
		const odd = [
			'//evil.example/',
			'//evil.example',
			'/en//evil.example/',
			'/%2f%2fevil.example/',
			'/.//evil.example/',
			'/\\evil.example/'
		];
		for (const url of [
			...odd,
			'/cua-toi/',
			'/xac-minh?ma=//evil.example',
			'/xac-minh?ma=..%2f..%2f',
			'/xac-minh?ma=%0d%0ax:1',
			'/%zz'
		]) {
			const answer = await site.app.inject({ url, headers: { host: 'hoc.test' } });
			expect(answer.statusCode, url).toBeLessThan(500);
			const { location } = answer.headers;
			if (location !== undefined) expect(staysHere(location), `${url} → ${location}`).toBe(true);
			expect(answer.headers['x'], url).toBeUndefined();
		}
	});

	it('names this site where a link must be whole, not the one that a Host header makes up', async () => {
		const site = await aSite();
		for (const host of [
			'evil.example',
			'hoc.test@evil.example',
			'hoc.test:80@evil.example',
			'evil.example/x',
			'x"><script>'
		]) {
			for (const url of [
				'/',
				'/dang-nhap',
				'/cua-toi',
				'/cua-toi/mat-khau',
				'/api/session',
				'/khong-co',
				'/quan-tri'
			]) {
				const answer = await site.app.inject({ url, headers: { host, 'x-forwarded-host': host } });
				const told = answer.payload + JSON.stringify(answer.headers);
				expect(told.includes('evil.example') || told.includes('"><script>'), `${url} with ${host}`).toBe(false);
			}
		}
	});
});
