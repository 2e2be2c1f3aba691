import { expect, test, type BrowserContext, type Page } from '@playwright/test';

const lesson = '/khoa-hoc/an-toan-so/ba-dau-hieu';

interface Visit {
	requests: number;
	bytes: number;
	script: number;
	urls: string[];
}

/** Opens a page and counts what really went over the wire, pictures aside. */
async function visit(context: BrowserContext, page: Page, path: string): Promise<Visit> {
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	const seen: Visit = { requests: 0, bytes: 0, script: 0, urls: [] };
	const kinds = new Map<string, string>();
	const kept = new Set<string>();
	session.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
	session.on('Network.responseReceived', ({ requestId, type, response }) => {
		kinds.set(requestId, type);
		if (type === 'Image' || response.fromDiskCache || kept.has(requestId)) return;
		seen.requests++;
		seen.urls.push(response.url);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		if (kind === 'Image') return;
		seen.bytes += encodedDataLength;
		if (kind === 'Script') seen.script += encodedDataLength;
	});
	await page.goto(path, { waitUntil: 'networkidle' });
	await session.detach();
	return seen;
}

test.describe('what a lesson costs on 3G', () => {
	test('a first visit, pictures aside, is at most 30 KB in at most 6 requests, 10 KB of it script', async ({
		context,
		page
	}) => {
		const first = await visit(context, page, lesson);
		expect(first.requests, first.urls.join('\n')).toBeLessThanOrEqual(6);
		expect(first.bytes).toBeLessThanOrEqual(30_000);
		expect(first.script).toBeLessThanOrEqual(10_000);
	});

	test('a repeat visit is at most 6 KB, and asks for no file of the site again', async ({ context, page }) => {
		await visit(context, page, lesson);
		const again = await visit(context, page, lesson);
		expect(again.bytes, again.urls.join('\n')).toBeLessThanOrEqual(6_000);
		expect(again.urls.filter((url) => url.includes('/_app/'))).toEqual([]);
	});

	test('the next lesson brings only itself', async ({ context, page }) => {
		await visit(context, page, '/khoa-hoc/an-toan-so');
		const next = await visit(context, page, lesson);
		expect(next.bytes, next.urls.join('\n')).toBeLessThanOrEqual(20_000);
	});

	for (const path of ['/', '/bai-hoc', '/chuong-trinh/nguoi-dan', '/khoa-hoc/an-toan-so', '/tu-dien']) {
		test(`${path} brings at most 10 KB of script and 30 KB in all`, async ({ context, page }) => {
			const seen = await visit(context, page, path);
			expect(seen.script).toBeLessThanOrEqual(10_000);
			expect(seen.bytes).toBeLessThanOrEqual(30_000);
		});
	}
});
