import { chromium, devices, type Browser } from '@playwright/test';
import { chromiumPath } from '../../e2e/support/chromium.ts';
import { both, type Bench, type Row } from '../row.ts';

/** A cheap phone on a weak network: 400 kbit/s, 400 ms until an answer begins, a processor a quarter as fast. */
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowdown = 4;

/** When the largest part of a lesson has been painted, in a browser that has never been here. */
export const paintRow: Row = {
	id: 'paint',
	title: 'largest contentful paint of a lesson',
	figures: [{ name: 'lcp', unit: 's', better: 'less', digits: 2, limit: both(2) }],
	times: 5,
	async measure(bench) {
		const { path, args } = await chromiumPath();
		const browser = await chromium.launch({ executablePath: path, args });
		try {
			return await paint(browser, bench);
		} finally {
			await browser.close();
		}
	}
};

async function paint(browser: Browser, { server, course }: Bench) {
	const context = await browser.newContext({
		...devices['Pixel 5'],
		viewport: { width: 360, height: 780 },
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh'
	});
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	await session.send('Network.emulateNetworkConditions', network);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	await page.goto(server.origin + (course.lessonPaths[0] ?? ''), { waitUntil: 'networkidle' });
	const { ms, what } = await page.evaluate(largestPaint);
	return { figures: { lcp: ms / 1000 }, beside: { what } };
}

/** Runs in the page. */
function largestPaint(): Promise<{ ms: number; what: string }> {
	return new Promise((resolve) =>
		new PerformanceObserver((list) => {
			const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element }) | undefined; // of this kind
			const { tagName = '', className = '' } = last?.element ?? {};
			resolve({ ms: last?.startTime ?? NaN, what: `${tagName.toLowerCase()} ${String(className)}`.trim() });
		}).observe({ type: 'largest-contentful-paint', buffered: true })
	);
}
