import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeDown, type Card } from './support/helped.ts';
import { callApi, courseId, heading } from './support/people.ts';

const site = process.env.SITE ?? '';
const lesson = `/khoa-hoc/${courseId}/ba-dau-hieu`;

interface Own {
	courses: { lessons: { state: string }[] }[];
}

async function openCard(phone: Page, { code, pin }: Card) {
	await phone.goto(`${site}/the`);
	await phone.getByLabel('Mã thẻ').fill(code);
	await phone.getByRole('button', { name: 'Mở thẻ này' }).click();
	await phone.getByLabel('Số PIN trên thẻ').fill(pin);
	await phone.getByRole('button', { name: 'Vào học' }).click();
	await expect(heading(phone)).toContainText('Chào');
}

/** "Đổi người học", and a tap on the name: from any page. */
async function turnTo(phone: Page, name: string) {
	await phone.getByRole('link', { name: 'Đổi người học' }).first().click();
	await phone.getByRole('button', { name }).click();
}

const begun = async (phone: Page) => (await callApi<Own>(phone.context(), '/me/progress')).courses.length;

async function answerFirst(phone: Page) {
	const question = phone.locator('[data-question]').first();
	await question.locator('label.option').first().click();
	await question.getByRole('button', { name: 'Gửi câu trả lời' }).click();
	await expect(question.locator('.result')).not.toBeEmpty();
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a phone on which two cards were opened changes between them in two taps, at the same lesson', async ({
			context,
			browser
		}) => {
			const one = await writeDown(context, { name: 'Lò Thị Mẩy' });
			const two = await writeDown(context, { name: 'Vàng A Páo' });
			const shared = await browser.newContext({ javaScriptEnabled });
			const phone = await shared.newPage();
			await openCard(phone, one);
			await openCard(phone, two);
			await phone.goto(site + lesson);
			await answerFirst(phone);
			await turnTo(phone, 'Lò Thị Mẩy');
			await expect(phone).toHaveURL(new RegExp(`${lesson}$`));
			expect(await begun(phone)).toBe(0);
			await answerFirst(phone);
			expect(await begun(phone)).toBe(1);
			await phone.getByRole('link', { name: 'Đổi người học' }).first().click();
			await expect(phone.getByRole('button', { name: 'Lò Thị Mẩy' })).toContainText('Thẻ số 1');
			if (javaScriptEnabled) {
				const { violations } = await new AxeBuilder({ page: phone }).analyze();
				expect(violations.map(({ id }) => id)).toEqual([]);
				await phone.setViewportSize({ width: 320, height: 640 });
				const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
				expect(await phone.evaluate(sideways)).toBe(0);
			}
			await phone.getByRole('button', { name: 'Xong, trả máy' }).click();
			await phone.goto(`${site}/doi-nguoi`);
			await expect(phone.getByText('Lò Thị Mẩy')).toHaveCount(0);
			await shared.close();
		});

		test('a helper opens her phone for several at once, and nobody learns before a name is tapped', async ({
			page,
			context
		}) => {
			const one = await writeDown(context, { name: 'Sùng Thị Dở' });
			const two = await writeDown(context, { name: 'Sùng Thị Dở' });
			await page.goto('/nguoi-hoc');
			await page.getByText('Nhiều người học chung máy này').click();
			await page.getByRole('button', { name: 'Mở cho những người đã chọn' }).click();
			await expect(page.getByRole('alert')).toContainText('Chọn ít nhất một người');
			await page.getByLabel('Tìm theo tên').fill('Sung Thi Do');
			await page.getByRole('button', { name: 'Tìm tên này' }).click();
			await page.getByText('Nhiều người học chung máy này').click();
			for (const { learner } of [one, two]) await page.locator(`#with-${learner.id}`).check();
			await page.getByRole('button', { name: 'Mở cho những người đã chọn' }).click();
			await expect(heading(page)).toHaveText('Ai học tiếp trên máy này?');
			await expect(page.getByRole('button', { name: 'Sùng Thị Dở' })).toHaveCount(2);
			await page.getByRole('button', { name: 'Sùng Thị Dở' }).first().click();
			await page.goto('/the');
			await expect(heading(page)).toHaveText('Chào Sùng Thị Dở');
			await expect(page.getByText('bài làm được ghi là có người giúp')).toBeVisible();
		});
	});
