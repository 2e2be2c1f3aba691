import { chromium, devices, type Browser, type CDPSession, type Page } from '@playwright/test';
import { chromiumPath } from '../../e2e/support/chromium.ts';
import { both, type Row } from '../row.ts';
import { administrator, openVillages, type Villages } from '../villages.ts';

/** 3G in a village: 400 kbit/s, 400 ms until an answer begins. */
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const questions = 10;

let villages: Villages | null = null;

/** A class of thirty with three hundred marks, made without signal: from the signal's return until all of it is kept. */
export const classSentRow: Row = {
	id: 'class-sent',
	title: 'a class of 30 with 300 marks sent on 3G',
	figures: [
		{ name: 'time', unit: 's', better: 'less', digits: 2, limit: both(10) },
		{ name: 'both ways', unit: 'KB', better: 'less', digits: 1, limit: both(200) }
	],
	times: 3,
	async prepare(bench) {
		villages = await openVillages(bench, 1);
	},
	async measure() {
		if (!villages) throw new Error('the server with the villages is not running');
		await villages.hold(0);
		const { path, args } = await chromiumPath();
		const browser = await chromium.launch({ executablePath: path, args });
		try {
			return await sendClass(browser, villages);
		} finally {
			await browser.close();
		}
	},
	async verify() {
		await villages?.stop();
	}
};

async function sendClass(browser: Browser, { server }: Villages) {
	const phone = { ...devices['Pixel 5'], viewport: { width: 360, height: 780 } };
	// The page sends: the emulated network does not reach a service worker.
	const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
	await context.request.post(`${server.origin}/api/session`, {
		headers: { origin: server.origin },
		data: { identifier: administrator.username, password: administrator.password }
	});
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await page.goto(`${server.origin}/mang-theo`);
	await page.getByRole('button', { name: 'Tải lớp của tôi' }).click();
	await page.getByText('Xem được đến hết ngày').waitFor();
	await session.send('Network.emulateNetworkConditions', { ...network, offline: true });
	await writeDown(page);
	return await measured(page, session);
}

async function writeDown(page: Page): Promise<void> {
	await page.locator('button.class').last().click();
	for (const box of await page.getByRole('checkbox').all()) await box.check();
	for (let i = 0; i < questions; i++) {
		await page.getByRole('group', { name: 'Cả lớp' }).getByRole('button', { name: 'Tự làm được' }).click();
		if (i < questions - 1) await page.getByRole('button', { name: 'Câu sau' }).click();
	}
	await page.getByRole('button', { name: 'Xong buổi này' }).click();
	await page.getByText('Chờ gửi.').waitFor();
}

async function measured(page: Page, session: CDPSession) {
	let [bytes, calls] = [0, 0];
	page.on('requestfinished', (request) => {
		calls++;
		void request.sizes().then((sizes) => {
			for (const size of Object.values(sizes)) bytes += Math.max(size, 0);
		});
	});
	const began = performance.now();
	await session.send('Network.emulateNetworkConditions', network);
	await page.getByText('Đã gửi.').waitFor();
	const time = (performance.now() - began) / 1000;
	await page.waitForLoadState('networkidle');
	return { figures: { time, 'both ways': bytes / 1000 }, beside: { calls } };
}
