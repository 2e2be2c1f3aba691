import { expect, test } from '@playwright/test';
import { finishFieldLesson } from './support/field-lesson.ts';
import { heading } from './support/people.ts';
import { asTeamMember } from './support/teams.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a helper writes a visit down, the next one with two taps, corrects it and strikes it out', async ({
			page,
			context
		}) => {
			await asTeamMember(context);
			await finishFieldLesson(context);
			await page.goto('/tham-nha');
			await page.getByRole('button', { name: 'Ghi lần thăm này' }).click();
			await expect(page.getByRole('alert')).toContainText('Chọn một nhà, hoặc viết vài chữ');
			await page.getByLabel('Nhà nào?').fill('nhà ông Bảy');
			await page.getByRole('button', { name: 'Ghi lần thăm này' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();

			await page.getByRole('radio', { name: 'nhà ông Bảy' }).check();
			await page.getByRole('button', { name: 'Ghi lần thăm này' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();
			await expect(page.locator('.entry')).toHaveCount(2);

			await page.getByRole('link', { name: 'Sửa hoặc gạch' }).first().click();
			await page.getByLabel('Bao nhiêu phút?').fill('một giờ');
			await page.getByRole('button', { name: 'Lưu' }).click();
			await expect(page.getByRole('alert')).toContainText('số phút từ 1 đến 600');
			await page.getByLabel('Bao nhiêu phút?').fill('60');
			await page.getByRole('button', { name: 'Lưu' }).click();
			await expect(page.locator('.entry').first()).toContainText('60 phút');
			await page.getByRole('link', { name: 'Sửa hoặc gạch' }).first().click();
			await page.locator('summary', { hasText: 'Gạch dòng này' }).click();
			await page.getByRole('button', { name: 'Gạch dòng này' }).click();
			await expect(page.locator('.entry').first()).toContainText('Đã gạch');
		});

		test('help at the desk is two taps, and becomes hours of the team', async ({ page, context }) => {
			const { id } = await asTeamMember(context);
			await finishFieldLesson(context);
			await page.goto('/quay-huong-dan');
			await page.getByRole('button', { name: 'Tự làm được' }).click();
			await expect(page.getByRole('alert')).toContainText('Chọn việc bà con đến làm');
			await page.getByRole('radio', { name: 'Đất đai' }).check();
			await page.getByRole('button', { name: 'Làm cùng' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();
			await expect(page.locator('.entry').first()).toContainText('Làm cùng');
			await page.goto(`/to-cong-nghe/${id}`);
			await page.getByRole('link', { name: 'Giờ công của tổ' }).click();
			await expect(heading(page)).toHaveText('Giờ công');
			await expect(page.getByRole('table')).toContainText('15 phút');
			await page.emulateMedia({ media: 'print' });
			await expect(page.getByText('Ký nhận')).toBeVisible();
		});
	});
