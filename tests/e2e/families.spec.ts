import { expect, test } from '@playwright/test';
import { writeDown } from './support/helped.ts';
import { atHome } from './support/families.ts';
import { heading, signUp } from './support/people.ts';

const site = process.env.SITE ?? '';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('those at home come into one household by its code, and leave it again', async ({
			page,
			context,
			browser
		}) => {
			await atHome(context);
			await page.goto('/gia-dinh');
			const code = await page.locator('.code').innerText();
			await page.getByRole('button', { name: 'Tôi chỉ lại cho cả nhà' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();

			const own = await browser.newContext({ javaScriptEnabled });
			const phone = await own.newPage();
			await signUp(own, 'Bùi Văn Con');
			await phone.goto(`${site}/gia-dinh`);
			await phone.getByLabel('Mã nhà').fill('AAAA-AAAA');
			await phone.getByRole('button', { name: 'Ghi tên tôi vào nhà này' }).click();
			await expect(phone.getByRole('alert')).toContainText('Mã nhà chưa đúng');
			await phone.getByLabel('Mã nhà').fill(code.toLowerCase());
			await phone.getByRole('button', { name: 'Ghi tên tôi vào nhà này' }).click();
			await expect(phone.locator('.person')).toHaveCount(2);
			await expect(phone.locator('.person').first()).toContainText('Chỉ lại cho cả nhà');
			await phone.locator('summary', { hasText: 'Bỏ tên tôi khỏi nhà này' }).click();
			await phone.getByRole('button', { name: 'Bỏ tên tôi khỏi nhà này' }).click();
			await expect(phone.getByText('Đã bỏ tên khỏi nhà ấy.')).toBeVisible();
			await own.close();
		});

		test('a helper writes a household down and adds somebody who agreed', async ({ page, context }) => {
			const { learner } = await writeDown(context, { name: 'An Thị Ái' });
			await page.goto('/gia-dinh/thon?tim=thuong');
			await page.getByLabel('Nhà ai?').fill('nhà bà Ái');
			await page.getByLabel('Ở thôn nào?').selectOption({ value: 'mau-dong-sen-thuong' });
			await page.getByRole('button', { name: 'Ghi nhà này' }).click();
			await expect(heading(page)).toHaveText('nhà bà Ái');
			await page.getByLabel('Ai?').selectOption({ value: learner.id });
			await page.getByRole('button', { name: 'Thêm vào nhà' }).click();
			await expect(page.getByRole('alert')).toContainText('Nghe nói đồng ý rồi mới đánh dấu');
			await page.getByLabel('Đã nghe nói đồng ý').check();
			await page.getByRole('button', { name: 'Thêm vào nhà' }).click();
			await expect(page.locator('.person')).toContainText('An Thị Ái');
			await page.getByRole('button', { name: 'An Thị Ái chỉ lại cho cả nhà' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();
			await page.locator('summary', { hasText: 'Bỏ tên An Thị Ái khỏi nhà này' }).click();
			await page.getByRole('button', { name: 'Bỏ tên An Thị Ái khỏi nhà này' }).click();
			await expect(heading(page)).toHaveText('Các gia đình trong thôn');
		});
	});
