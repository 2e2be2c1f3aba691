import { expect, test } from '@playwright/test';
import { asAdministrator, newUsername } from './support/people.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('an officer enters a figure of another platform, and nothing typed is lost on the way', async ({
			page,
			context
		}) => {
			await asAdministrator(context);
			await page.goto('/quan-tri/so-lieu-noi-khac/moi');
			await page.getByLabel('Của nơi nào?').fill('Thôn Thượng, Xã Đồng Sen (xã mẫu, làm thử)');
			await page.getByLabel('Trên nền tảng nào?').selectOption('vneid');
			await page.getByLabel('Đếm gì?').selectOption('registered');
			await page.getByLabel('Bao nhiêu người?').fill('-5');
			await page.getByLabel('Tính đến ngày nào?').fill('22/11/2026');
			const source = `CV ${newUsername()}`;
			await page.getByLabel('Lấy ở đâu?').fill(source);
			await page.getByRole('button', { name: 'Ghi số này' }).click();
			await expect(page.getByText('Số người không thể âm.').first()).toBeVisible();
			await expect(page.getByLabel('Lấy ở đâu?')).toHaveValue(source);
			await page.getByLabel('Bao nhiêu người?').fill('1.250');
			await page.getByRole('button', { name: 'Ghi số này' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();
			const row = page.getByRole('row').filter({ hasText: source });
			await expect(row.getByText('1.250')).toBeVisible();
			await row.getByRole('link').click();
			await page.locator('summary', { hasText: 'Bỏ số này' }).click();
			await page.getByLabel('Vì sao?').first().fill('Ghi nhầm số');
			await page.getByRole('button', { name: 'Bỏ số này' }).click();
			await expect(page.getByText('Đã bỏ số này.')).toBeVisible();
			await expect(page.getByRole('row').filter({ hasText: source })).toHaveCount(0);
		});

		test('an officer looks at a file first, and enters its good rows alone', async ({ page, context }) => {
			await asAdministrator(context);
			await page.goto('/quan-tri/so-lieu-noi-khac/tep');
			const called = newUsername();
			const rows = [
				'Nơi;Nền tảng;Đếm gì;Tính đến ngày;Số ở nơi khác;Nguồn',
				`mau-dong-sen;Khác: ${called};Số người đã học;22/11/2026;31;CV 1`,
				`mau-dong-sen;Khác: ${called};Số người đã học;21/11/2026;3,5;CV 1`
			];
			const buffer = Buffer.from(rows.join('\r\n'));
			await page.getByLabel('Tệp số liệu').setInputFiles({ name: 'so.csv', mimeType: 'text/csv', buffer });
			await page.getByRole('button', { name: 'Xem trước' }).click();
			await expect(page.getByRole('heading', { name: '1 dòng ghi được, 1 dòng chưa đúng' })).toBeVisible();
			await expect(page.getByText('không có phần lẻ')).toBeVisible();
			await page.getByRole('button', { name: 'Chỉ ghi 1 dòng đúng' }).click();
			await expect(page.getByText('Đã ghi 1 số mới')).toBeVisible();
			await expect(page.getByRole('row').filter({ hasText: called })).toHaveCount(1);
		});
	});
