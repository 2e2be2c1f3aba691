import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { writtenName } from './support/recognised.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a helper says in two taps whose a written name is, and takes it back in one', async ({ page, context }) => {
			const { id } = await writtenName(context);
			await page.goto(`/lop/${id}`);
			await page.getByRole('button', { name: 'Bà Ba là ai?' }).click();
			await expect(page.getByRole('heading', { name: '“Bà Ba” là ai?' })).toBeVisible();
			await expect(page.getByLabel('Tên người', { exact: true })).toHaveValue('Ba');
			if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			await page
				.getByRole('button', { name: /^Lường Thị Ba/ })
				.first()
				.click();
			await expect(page.getByText('Đã ghép.')).toBeVisible();
			await expect(page.getByRole('heading', { level: 3 })).toHaveText(/^Lường Thị Ba/);
			await expect(page.getByText('Lúc đầu ghi là “Bà Ba”')).toBeVisible();
			await expect(page.getByRole('button', { name: 'Tự làm được' })).toHaveAttribute('aria-pressed', 'true');
			await page.getByRole('button', { name: /^Tách “Bà Ba” ra khỏi/ }).click();
			await expect(page.getByText('Đã tách ra như lúc đầu.')).toBeVisible();
			await expect(page.getByRole('heading', { level: 3 })).toHaveText('Bà Ba');
		});
	});
