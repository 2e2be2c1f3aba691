import { expect, test } from '@playwright/test';
import { heading } from './support/people.ts';
import { aSchool } from './support/schools.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a school goes over to its next year, looked at first, with one who repeats the year', async ({
			page,
			context
		}) => {
			const { id, name } = await aSchool(context);
			await page.goto(`/don-vi/${id}`);
			await page.getByRole('link', { name: 'Lên lớp, sang năm học mới' }).click();
			await expect(page.getByText('Từ năm học 2025-2026 sang 2026-2027')).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Lớp 4A → Lớp 5A' })).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Lớp 5A: học xong, ra trường' })).toBeVisible();
			await page.getByText('Ai ở lại lớp?').click();
			await page.getByLabel(/Hồ Văn Ba/).check();
			await page.getByRole('button', { name: 'Xem trước' }).click();

			await expect(heading(page)).toHaveText('Xem lại lần cuối');
			await expect(page.getByText('1 người ở lại lớp', { exact: true })).toBeVisible();
			await expect(page.getByText('Lập 2 lớp mới')).toBeVisible();
			await page.getByRole('button', { name: 'Sửa lại' }).click();
			await expect(page.getByLabel(/Hồ Văn Ba/)).toBeChecked();
			await page.getByRole('button', { name: 'Xem trước' }).click();
			await page.getByRole('button', { name: 'Cho cả trường lên lớp' }).click();

			await expect(page.getByText('Xong. Trường đã sang năm học mới.')).toBeVisible();
			await expect(heading(page)).toHaveText(name);
			await page.getByRole('link', { name: 'Lớp 5A' }).first().click();
			await expect(page.getByText('2026-2027').first()).toBeVisible();
			await page.goBack();
			await page.getByText('Lớp những năm học trước').click();
			await page.getByRole('link', { name: 'Lớp 4A' }).last().click();
			await expect(page.getByText('Đã kết thúc từ ngày')).toBeVisible();
		});
	});
