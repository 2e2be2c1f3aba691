import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeDown } from './support/helped.ts';
import { asAdministrator, callApi, heading, newUsername, password } from './support/people.ts';

const site = process.env.SITE ?? '';

/** What stands on the card that the page shows. */
async function cardOn(page: Page) {
	const [code = '', pin = ''] = await page.locator('.sheet .code').allInnerTexts();
	return { code, pin };
}

async function typePin(page: Page, pin: string, button = 'Vào học') {
	await page.getByLabel('Số PIN trên thẻ').fill(pin);
	await page.getByRole('button', { name: button }).click();
}

/** The card is no address of its own that the walk of every page could visit. */
async function isFit(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	const before = page.viewportSize() ?? { width: 360, height: 780 };
	await page.setViewportSize({ width: 320, height: 640 });
	const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
	expect(await page.evaluate(sideways)).toBe(0);
	await page.setViewportSize(before);
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a helper writes somebody down, and her card opens another phone until it is handed back', async ({
			page,
			context,
			browser
		}) => {
			const alike = { name: 'Lò Thị Ọc', birthYear: 1949, placeId: 'mau-dong-sen-ba-cay-da' };
			const { learner } = await writeDown(context, alike);
			await page.goto('/nguoi-hoc/moi?tim=cay da');
			await page.getByLabel('Họ và tên').fill('Lò Thị Ọc');
			await page.getByLabel('Năm sinh').fill('1949');
			await page.getByLabel('Ở thôn nào?').selectOption({ value: 'mau-dong-sen-ba-cay-da' });
			await page.getByRole('button', { name: 'Ghi tên và làm thẻ' }).click();
			await expect(page.getByRole('alert')).toContainText('Nghe nói đồng ý rồi mới đánh dấu');
			await expect(page.getByLabel('Họ và tên')).toHaveValue('Lò Thị Ọc');
			await page.getByLabel('Đã nghe nói đồng ý').check();
			await page.getByRole('button', { name: 'Ghi tên và làm thẻ' }).click();
			await expect(page.locator(`a[href="/nguoi-hoc/${learner.id}"]`)).toBeVisible();
			await page.getByLabel('Chữ để phân biệt').fill(newUsername());
			await page.getByRole('button', { name: 'Ghi tên và làm thẻ' }).click();
			await expect(heading(page)).toHaveText('Thẻ học');
			const { code, pin } = await cardOn(page);

			const shared = await browser.newContext({ javaScriptEnabled });
			const phone = await shared.newPage();
			await phone.goto(`${site}/bai-hoc`);
			await expect(phone.getByRole('button', { name: 'Xong, trả máy' })).toBeHidden();
			await phone.goto(`${site}/the`);
			await phone.getByLabel('Mã thẻ').fill(code.toLowerCase());
			await phone.getByRole('button', { name: 'Mở thẻ này' }).click();
			await typePin(phone, pin === '000 000' ? '111111' : '000000');
			await expect(phone.getByRole('alert')).toContainText('Mã thẻ hoặc số PIN chưa đúng');
			await expect(phone.locator('body')).not.toContainText('Lò Thị Ọc');
			await typePin(phone, pin);
			await expect(heading(phone)).toHaveText('Chào Lò Thị Ọc');
			await phone.goto(`${site}/cua-toi`);
			await expect(heading(phone)).toHaveText('Việc học của Lò Thị Ọc');
			await expect(phone.getByRole('main')).toContainText('Bài học ở trong thẻ');
			await expect(phone.getByRole('main')).not.toContainText('chỉ được nhớ trên máy này');
			await phone.goto(`${site}/doi-nguoi`);
			await expect(phone.getByText('Máy này đang học cho Lò Thị Ọc')).toBeVisible();
			await phone.goto(`${site}/bai-hoc`);
			await phone.getByRole('button', { name: 'Xong, trả máy' }).click();
			await expect(phone.getByText('Đã trả máy.')).toBeVisible();
			await phone.goto(`${site}/bai-hoc`);
			await expect(phone.getByRole('button', { name: 'Xong, trả máy' })).toBeHidden();
			await shared.close();
		});

		test('a card that was lost is replaced, and somebody with a phone of her own takes it over', async ({
			page,
			context,
			browser
		}) => {
			const card = await writeDown(context);
			await page.goto(`/nguoi-hoc/${card.learner.id}`);
			await page.getByRole('button', { name: 'In thẻ mới' }).click();
			await expect(heading(page)).toHaveText('Thẻ học');
			const renewed = await cardOn(page);
			if (javaScriptEnabled) await isFit(page);
			await page.emulateMedia({ media: 'print' });
			const size = await page.locator('.sheet').boundingBox();
			expect([size?.width, size?.height].map((px) => Math.round(((px ?? 0) / 96) * 25.4))).toEqual([105, 148]);
			for (const secret of [renewed.code, renewed.pin]) await expect(page.getByText(secret)).toBeVisible();
			await page.emulateMedia({ media: 'screen' });

			const own = await browser.newContext({ javaScriptEnabled });
			const phone = await own.newPage();
			const person = { name: 'Nguyễn Hồng Nhung', birthYear: 1951, username: newUsername(), password };
			await callApi(own, '/accounts', person);
			await phone.goto(site + card.path);
			await typePin(phone, card.pin, 'Chuyển vào tài khoản của tôi');
			await expect(phone.getByRole('alert')).toContainText('chưa đúng');
			await phone.goto(`${site}/the/${renewed.code}`);
			await typePin(phone, renewed.pin, 'Chuyển vào tài khoản của tôi');
			await expect(phone.getByRole('alert')).toContainText('Thẻ này ghi tên Nguyễn Thị Hồng Nhung');
			await phone.getByLabel('Đúng, thẻ này của tôi').check();
			await typePin(phone, renewed.pin, 'Chuyển vào tài khoản của tôi');
			await expect(phone.getByText('Đã chuyển bài học')).toBeVisible();
			await own.close();
		});

		test('a helper learns together with somebody, changes what is written down, and deletes it', async ({
			page,
			context
		}) => {
			const { learner } = await writeDown(context);
			await page.goto(`/nguoi-hoc/${learner.id}/sua`);
			await page.getByLabel('Nhà nào?').fill('nhà bên đình');
			await page.getByRole('button', { name: 'Lưu' }).click();
			await expect(page.getByText('nhà bên đình')).toBeVisible();
			await page.getByRole('button', { name: 'Cùng học trên máy này' }).click();
			await expect(heading(page)).toHaveText(`Chào ${learner.name}`);
			await expect(page.getByText('bài làm được ghi là có người giúp')).toBeVisible();
			await page.getByRole('main').getByRole('button', { name: 'Xong, trả máy' }).click();
			await asAdministrator(context);
			await page.goto('/nguoi-hoc');
			await page.getByLabel('Tìm theo tên').fill('hong nhung');
			await page.getByRole('button', { name: 'Tìm tên này' }).click();
			await page.locator(`a[href="/nguoi-hoc/${learner.id}"]`).click();
			expect(page.url()).not.toMatch(/nhung/i);
			await page.getByText('Xóa người học này').click();
			await page.getByRole('button', { name: 'Xóa hẳn' }).click();
			await expect(page.getByRole('alert')).toContainText('Đánh dấu vào ô này');
			await page.getByLabel(/Hiểu rồi/).check();
			await page.getByRole('button', { name: 'Xóa hẳn' }).click();
			await expect(page.getByText('Đã xóa.')).toBeVisible();
		});
	});
