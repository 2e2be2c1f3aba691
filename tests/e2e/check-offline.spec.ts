import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { pagesOfPdf } from '../support/pdf-text.ts';
import { codeInPdf, codeInPicture } from '../support/read-code.ts';
import { aPhone, type Phone } from './support/cable.ts';
import { asAdministrator, callApi, earnRecord, heading } from './support/people.ts';

const site = process.env.SITE ?? '';

interface Held {
	code: string;
	codeUrl: string;
}

async function aRecord(context: BrowserContext, name = 'Nguyễn Thị Lan'): Promise<Held> {
	const { code } = await earnRecord(context, name);
	return callApi<Held>(context, `/records/${code}`);
}

/** A phone on which the page was opened once with signal, and which has none now. */
async function inTheVillage(browser: Browser): Promise<{ phone: Phone; page: Page }> {
	const phone = await aPhone(browser, { baseURL: site });
	const page = await phone.context.newPage();
	await openOnce(page);
	await phone.cut();
	return { phone, page };
}

/** Opens the page with signal until all is kept that it needs without. */
async function openOnce(page: Page): Promise<void> {
	await page.goto('/xac-minh');
	const kept = () =>
		page.evaluate(async () => {
			const [page, list] = [await caches.match('/xac-minh'), await caches.match('/api/status-lists/0?form=jwt')];
			return Boolean(page && list && navigator.serviceWorker.controller);
		});
	await expect.poll(kept).toBe(true);
}

const outcome = (page: Page) => page.locator('[data-outcome]');

test('a paper is read from its print and checked in a village without signal', async ({ browser, context }) => {
	const { code, codeUrl } = await aRecord(context);
	const pdf = await (await context.request.get(`${site}/api/records/${code}/pdf`)).body();
	const read = (await codeInPdf(pdf)) ?? '';
	expect(read).toBe(codeUrl);

	const { phone, page } = await inTheVillage(browser);
	await page.goto(read);
	await expect(heading(page)).toHaveText('Giấy này là thật');
	await expect(outcome(page)).toHaveAttribute('data-outcome', 'genuine');
	await expect(page.getByText(/^Kiểm tra theo danh sách ngày \d\d\/\d\d\/\d{4}\.$/)).toBeVisible();
	await expect(outcome(page)).toContainText('Nguyễn Thị Lan');
	await expect(outcome(page)).toContainText(code);
	await expect(outcome(page).locator('.seal')).toHaveCSS('width', '60px'); // its looks were kept too
	await phone.mend();
	await page.reload();
	await expect(page.getByText('Đã hỏi sổ của nơi cấp ngay lúc này.')).toBeVisible();
	await phone.close();
});

test('the code on the record’s page is the one on paper', async ({ page, context }) => {
	const { code, codeUrl } = await aRecord(context);
	await page.goto(`/giay-xac-nhan/${code}`);
	const picture = await page.locator('.certificate .qr').screenshot({ scale: 'device' });
	expect(await codeInPicture(picture)).toBe(codeUrl);
	const print = await page.pdf({ preferCSSPageSize: true });
	expect(pagesOfPdf(print)).toBe(1);
	expect(await codeInPdf(print)).toBe(codeUrl);
});

test('the signed text never leaves the browser', async ({ page, context }) => {
	const { codeUrl } = await aRecord(context);
	const asked: string[] = [];
	context.on('request', (request) =>
		asked.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`)
	);
	await page.goto(codeUrl);
	await expect(page.getByText('Đã hỏi sổ của nơi cấp ngay lúc này.')).toBeVisible();
	await page.getByRole('link', { name: 'English' }).first().click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	const letters = codeUrl.split('#')[1] ?? '';
	expect(asked.length).toBeGreaterThan(5);
	// The browser's own report of a page it opens has the part behind the #; what goes over the wire has not.
	expect(asked.filter((each) => each.replace(`${codeUrl} `, '').includes(letters))).toEqual([]);
});

test('without signal each bad code has its own answer', async ({ browser, context }) => {
	const { code, codeUrl } = await aRecord(context);
	const other = await aRecord(context, 'Trần Thị Hoa');
	const letters = codeUrl.split('#')[1] ?? '';
	const { phone, page } = await inTheVillage(browser);
	const changed = letters.slice(0, 20) + (letters[20] === 'A' ? 'B' : 'A') + letters.slice(21);
	for (const [address, answer] of [
		[`/xac-minh/${code}#${letters.slice(0, -30)}`, 'truncated'],
		[`/xac-minh/${code}#${changed}`, 'unmatched'],
		[`/xac-minh/${code}#1${'x'.repeat(300)}`, 'unreadable'],
		[`/xac-minh/${other.code}#${letters}`, 'other-code'],
		[`${codeUrl}${other.codeUrl}`, 'two'],
		[`${codeUrl}${codeUrl}`, 'genuine'],
		[`/xac-minh/${code}`, 'code-only'],
		[`/xac-minh?ma=${code}`, 'code-only']
	] as const) {
		await page.goto('about:blank');
		await page.goto(address);
		await expect(outcome(page), address).toHaveAttribute('data-outcome', answer);
		await expect(heading(page)).toHaveCount(1);
	}
	await phone.close();
});

test('a record that ended is told without signal, by the list of that day; with signal also why', async ({
	browser,
	context
}) => {
	const { code, codeUrl } = await aRecord(context);
	const office = await browser.newContext({ baseURL: site });
	await asAdministrator(office);
	await callApi(office, `/records/${code}/withdrawal`, { reason: 'Cấp nhầm người' });
	await office.close();
	const { phone, page } = await inTheVillage(browser);
	await page.goto(codeUrl);
	await expect(heading(page)).toHaveText('Giấy này không còn dùng');
	await expect(page.getByText('Kiểm tra theo danh sách ngày')).toBeVisible();
	await phone.mend();
	await page.reload();
	await expect(outcome(page)).toContainText('Cấp nhầm người');
	await phone.close();
});

test('a clock set back is told', async ({ browser, context }) => {
	const { codeUrl } = await aRecord(context);
	const { phone, page } = await inTheVillage(browser);
	await page.clock.setFixedTime(new Date(Date.now() - 40 * 24 * 3600_000));
	await page.goto(codeUrl);
	await expect(page.getByText('Ngày giờ của máy có thể sai')).toBeVisible();
	await page.clock.setFixedTime(new Date(Date.now() + 40 * 24 * 3600_000));
	await page.reload();
	await expect(page.getByText('Danh sách trên máy đã quá 30 ngày')).toBeVisible();
	await phone.close();
});

test('a badge’s file waits for signal, and the form says so instead of leading nowhere', async ({ browser }) => {
	const { phone, page } = await inTheVillage(browser);
	await page.goto('/xac-minh');
	const buffer = Buffer.from('a.b.c');
	const send = async () => {
		await page.getByLabel('Tệp huy hiệu').setInputFiles({ name: 'huy-hieu.jwt', mimeType: 'text/plain', buffer });
		await page.getByRole('button', { name: 'Gửi tệp và kiểm tra' }).click();
	};
	await send();
	await expect(page.getByText('Đang không có mạng nên chưa kiểm tra được tệp.')).toBeVisible();
	await phone.mend();
	await send();
	await expect(page.getByLabel('Tệp huy hiệu')).toHaveAccessibleDescription(/Chưa đọc được huy hiệu/);
	await phone.close();
});
