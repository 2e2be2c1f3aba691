import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { writeDown, type Card } from './support/helped.ts';
import { callApi, courseId, heading } from './support/people.ts';

const site = process.env.SITE ?? '';
const lesson = `${site}/khoa-hoc/${courseId}/ba-dau-hieu`;
const title = 'Chưa ghi câu trả lời này';

interface Own {
	courses: unknown[];
}

const openCard = (phone: BrowserContext, { code, pin }: Card) => callApi(phone, '/cards/open', { code, pin });
const begun = async (phone: BrowserContext) => (await callApi<Own>(phone, '/me/progress')).courses.length;

async function sendFirst(page: Page) {
	const question = page.locator('[data-question]').first();
	await question.locator('label.option').first().click();
	await question.getByRole('button', { name: 'Gửi câu trả lời' }).click();
}

/** Whatever kind the question is that the quiz begins with. */
async function fillIn(page: Page) {
	const field = page.getByRole('main').locator('label.option, select, input:not([type=hidden])').first();
	const tag = await field.evaluate(({ tagName }) => tagName);
	if (tag === 'SELECT') await field.selectOption({ index: 1 });
	else if (tag === 'INPUT') await field.fill('1');
	else await field.click();
}

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('an answer of a page that was opened before another card is nobody’s, and is sent for whose it is in one tap', async ({
		context,
		browser
	}) => {
		const one = await writeDown(context, { name: 'Lò Thị Mẩy' });
		const two = await writeDown(context, { name: 'Vàng A Páo' });
		const phone = await browser.newContext({ javaScriptEnabled: false });
		const old = await phone.newPage();
		await old.goto(lesson); // before any card
		await openCard(phone, one);
		await sendFirst(old);
		await expect(heading(old)).toHaveText(title);
		await expect(old.getByText('Máy này đang học cho Lò Thị Mẩy')).toBeVisible();
		await expect(old.getByRole('button', { name: 'rồi gửi' })).toHaveCount(0);
		expect(await begun(phone)).toBe(0);

		await old.getByRole('link', { name: 'Mở lại trang, trả lời cho Lò Thị Mẩy' }).click();
		await expect(heading(old)).not.toHaveText(title);
		await openCard(phone, two);
		await sendFirst(old);
		await expect(heading(old)).toHaveText(title);
		await expect(old.getByText('Máy này đang học cho Vàng A Páo')).toBeVisible();
		expect(await begun(phone)).toBe(0);
		await old.getByRole('button', { name: 'Đổi sang Lò Thị Mẩy rồi gửi' }).click();
		await expect(old.locator('[data-question] .result').first()).not.toBeEmpty();
		expect(await begun(phone)).toBe(1);
		await old.goto(`${site}/the`);
		await expect(heading(old)).toHaveText('Chào Lò Thị Mẩy');
		await phone.close();
	});

	test('nor is one of a quiz, and it is kept for its own', async ({ context, browser }) => {
		const one = await writeDown(context, { name: 'Lò Thị Mẩy' });
		const two = await writeDown(context, { name: 'Vàng A Páo' });
		const phone = await browser.newContext({ javaScriptEnabled: false });
		await openCard(phone, one);
		const page = await phone.newPage();
		await page.goto(`${site}/khoa-hoc/${courseId}/kiem-tra`);
		await page.getByRole('main').locator('form button').first().click();
		await expect(page).toHaveURL(/lam-bai/);
		await openCard(phone, two);
		await fillIn(page);
		await page.getByRole('button', { name: 'Trả lời' }).first().click();
		await expect(heading(page)).toHaveText(title);
		await page.getByRole('button', { name: 'Đổi sang Lò Thị Mẩy rồi gửi' }).click();
		await expect(page).toHaveURL(/cau=2/);
		await phone.close();
	});
});

test('the page that says whose turn it is can be read by everyone', async ({ context, browser }) => {
	const one = await writeDown(context, { name: 'Lò Thị Mẩy' });
	const two = await writeDown(context, { name: 'Vàng A Páo' });
	const phone = await browser.newContext();
	await openCard(phone, one);
	await openCard(phone, two);
	const page = await phone.newPage();
	await page.goto(`${site}/on-lai`);
	const { cards } = await callApi<{ cards: { whose: string }[] }>(phone, '/cards/here');
	await page.evaluate((whose) => {
		const form = document.createElement('form');
		form.method = 'post';
		form.action = '/on-lai?/answer';
		form.innerHTML = `<input name="whose" value="${whose}"><input name="question" value="q"><input name="option" value="a">`;
		document.body.append(form);
		form.submit();
	}, cards[0]?.whose ?? '');
	await expect(heading(page)).toHaveText(title);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await page.setViewportSize({ width: 320, height: 640 });
	const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
	expect(await page.evaluate(sideways)).toBe(0);
	await phone.close();
});
