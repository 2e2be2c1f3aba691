import { chromium } from '@playwright/test';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../src/catalog/source/read-content.ts';
import { maskedName } from '../../src/certify/masked-name.ts';
import { confirmedName } from '../../src/certify/confirmed-name.ts';
import { chromiumPath } from '../e2e/support/chromium.ts';
import { aLesson, aQuestion, aSource, goodFiles, lessonPath } from '../support/a-source.ts';
import type { Phone } from '../support/index.ts';
import { aSite, type TestSite } from './a-site.ts';
import { good } from './cast.ts';
import { oneLine, xssCorpus } from './xss-corpus.ts';

const quoted = (text: string) => JSON.stringify(oneLine(text));

/** Everything an editor writes, with the attack in each place where text can stand. */
function poisoned(attack: string): Record<string, string> {
	const line = oneLine(attack);
	const files = goodFiles();
	return {
		[lessonPath]: aLesson(attack)
			.replace('title: "Bài"', `title: ${quoted(attack)}`)
			.replace('"Biết giữ mã."', quoted(attack)),
		'courses/khoa/questions/tat-ca.md': `---\ncourse: khoa\npurpose: quiz\n---\n${aQuestion('q-1', ' lesson="bai"')
			.replace('Nên làm gì?', line)
			.replace('Đọc mã', line)
			.replace('Không nên.', line)}\n${aQuestion('q-2', ` lesson="bai" x=${quoted(attack)}`)}`,
		'courses/khoa/course.md': (files['courses/khoa/course.md'] ?? '')
			.replace('"Khóa học."', quoted(attack))
			.replace('Mời vào học.', attack),
		'glossary.md': `---\nupdated: "2026-11-23"\n---\n## ${line} {#otp}\n\n${attack}\n`,
		'media/loi.md': attack
	};
}

/** The members of compiled content that pages show as HTML; all others they show as text. */
const shownAsHtml = ['html', 'introduction', 'meaning', 'stem', 'text', 'explanation'];

function htmlIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) =>
		typeof each === 'string' ? (shownAsHtml.includes(name) ? [each] : []) : htmlIn(each)
	);
}

/** Every piece of HTML that compiling makes of these files. */
const compiled = (files: Record<string, string>) =>
	readContent(aSource(files)).files.flatMap(({ items }) => items.flatMap((item) => htmlIn(item.compiled)));

/** What stands in the tags of HTML: handlers, styles, addresses that are no plain ones. */
function unsafeIn(html: string): string[] {
	const unsafe: string[] = [];
	sanitizeHtml(html, {
		allowedTags: false,
		allowedAttributes: false,
		allowVulnerableTags: true,
		transformTags: {
			'*': (tagName, attribs) => {
				if (
					/^(script|style|iframe|object|embed|svg|math|form|input|button|meta|base|link|template|textarea)$/i.test(
						tagName
					)
				)
					unsafe.push(tagName);
				for (const [name, value] of Object.entries(attribs)) {
					if (/^(on|style$|srcdoc|srcset|formaction|action|xlink)/i.test(name)) unsafe.push(`${tagName} ${name}`);
					// Browsers skip these before they read the scheme.
					const address = value.replace(/[\u0000-\u0020]/g, '');
					if (/^(href|src)$/i.test(name) && !/^(https?:\/\/|\/(?![/\\])|#|tel:|sms:|mailto:)/i.test(address))
						unsafe.push(`${name}=${value}`);
				}
				return { tagName, attribs };
			}
		}
	});
	return unsafe;
}

describe('a script that an editor’s text brings along', () => {
	it('survives in no HTML that is made of it, in none of its places', () => {
		expect(xssCorpus.length).toBeGreaterThan(200);
		let pieces = 0;
		for (const attack of xssCorpus) {
			for (const html of compiled(poisoned(attack))) {
				pieces++;
				expect(unsafeIn(html), `${attack}\n${html}`).toEqual([]);
			}
		}
		expect(pieces).toBeGreaterThan(200);
	}, 120_000);
});

describe('in a real browser', () => {
	it('nothing of it runs: not in compiled HTML, and without any policy of ours to stop it', async () => {
		const html = xssCorpus.flatMap((attack) => compiled(poisoned(attack)));
		expect(html.length).toBeGreaterThan(200);
		const { path, args } = await chromiumPath();
		const browser = await chromium.launch({ executablePath: path, args });
		onTestFinished(() => browser.close());
		const page = await browser.newPage();
		await page.route('**/*', (route) =>
			route.request().url() === 'http://site.test/'
				? route.fulfill({
						contentType: 'text/html; charset=utf-8',
						body: `<!doctype html><body>${html.map((each) => `<section>${each}</section>`).join('')}`
					})
				: route.abort()
		);
		await page.goto('http://site.test/');
		expect(await page.locator('section').count()).toBeGreaterThanOrEqual(html.length);
		await page.evaluate(() => {
			for (const link of document.querySelectorAll('a'))
				if (link.origin === location.origin || !/^https?:/.test(link.protocol)) link.click();
			for (const each of document.querySelectorAll('details')) each.open = true;
			for (const each of document.querySelectorAll('*'))
				for (const name of ['mouseover', 'focus', 'pointerenter', 'error', 'load']) each.dispatchEvent(new Event(name));
		});
		expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
		expect(await page.locator('script, iframe, object, embed, form, style, base, meta[http-equiv]').count()).toBe(0);
	}, 120_000);
});

/** A commune with the attack in every text of it that is taken, shown on its page. */
async function placePages(site: TestSite, attacks: string[]) {
	const { firstAdministratorLink } = await import('../../src/identity/index.ts');
	const root = site.aPhone();
	const token = (await firstAdministratorLink(site.house))?.split('=')[1];
	good(
		await root.call('POST', '/first-administrator', {
			token,
			name: 'Trần Quản Trị',
			birthYear: 1980,
			username: 'quantri',
			password: 'ruộng lúa chín vàng'
		})
	);
	const parentId = good(await root.call('GET', '/places')).places[0].id;
	const pages: string[] = [];
	for (const [i, attack] of attacks.entries()) {
		const contacts = [{ kind: 'team', name: attack, address: attack, hours: attack, phone: '113' }];
		const { status, body } = await root.call('POST', '/places', {
			parentId,
			name: `Xã ${i}`,
			villages: attack,
			contacts
		});
		expect(status, attack).toBeLessThan(500);
		if (status === 201) pages.push(`/lop-gan-nha?noi=${body.id}`);
	}
	return [...pages, ...(await classPages(root, attacks))];
}

/** Sessions with the attack in every text of them that is taken, shown to everyone at the places they are held. */
async function classPages(root: Phone, attacks: string[]): Promise<string[]> {
	const pages = new Set<string>();
	for (const [i, attack] of attacks.entries()) {
		const placeId = `mau-dong-sen-${['thuong', 'ha', 'ba-cay-da', 'ben-cho'][i % 4]}`;
		const session = { placeId, day: '2026-11-24', time: '19:30', topic: attack, audience: attack, rhythm: 'none' };
		const { status, body } = await root.call('POST', '/classes', session);
		expect(status, attack).toBeLessThan(500);
		if (status !== 201) continue;
		pages.add(`/lop-gan-nha?noi=${placeId}`).add(`/diem-danh/${body.code}`);
	}
	expect(pages.size).toBeGreaterThan(4);
	return [...pages];
}

describe('a script in what people type', () => {
	it('is no name of a person on a record, nor of its masked form', () => {
		for (const attack of xssCorpus) {
			const confirmed = confirmedName(attack);
			if ('name' in confirmed) expect(maskedName(confirmed.name)).not.toMatch(/[<>"&]/);
		}
	});

	it('is shown as the letters it is made of, wherever a page shows it again', async () => {
		const site = await aSite();
		const pages = await placePages(
			site,
			xssCorpus.filter((_, i) => i % 5 === 0)
		);
		const echoes = xssCorpus.map((attack) => encodeURIComponent(attack));
		const urls = [
			...pages,
			...echoes.flatMap((each, i) =>
				i % 3 === 0
					? [
							`/lop-gan-nha?tim=${each}`,
							`/xac-minh/${each.slice(0, 150).replace(/%\w?$/, '')}`,
							`/dang-nhap?tiep=${each}`
						]
					: []
			)
		];
		for (const url of urls) {
			const { payload, statusCode } = await site.app.inject({ url, headers: { host: 'hoc.test' } });
			expect(statusCode, url).toBeLessThan(500);
			const scripts = payload.match(/<script\b[^>]*>/g) ?? [];
			expect(
				scripts.every(
					(tag) =>
						/^<script type="module" src="[^"]*\/_app\/immutable\/[\w./-]+"><?/.test(tag) ||
						/^<script [^>]*src="[^"]*_app\/immutable/.test(tag)
				),
				`${url} ${scripts}`
			).toBe(true);
			const told = unsafeIn(payload).filter((each) =>
				/^(\w+ on|(href|src|action)=\s*(javascript|vbscript|data:text))/i.test(each)
			);
			expect(told, url).toEqual([]);
		}
	}, 120_000);
});
