import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { anOffice } from './support/assigning.ts';
import { callApi, courseId } from './support/people.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('an officer searches for places that are not offered; what was typed and ticked before stays', async ({
			page,
			context,
			browser
		}) => {
			const office = await anOffice(browser, context);
			const numbered = Array.from({ length: 205 }, (_, i) => `Thôn Số ${String(i).padStart(3, '0')}`);
			const made: { id: string; name: string }[] = [];
			for (const some of [numbered.slice(0, 100), numbered.slice(100)]) {
				const names = { villages: some.join('\n') };
				const { villages } = await callApi<Made>(context, `/places/${office.commune.id}/villages`, names);
				made.push(...villages);
			}
			const box = (name: string) => page.getByRole('checkbox', { name });
			const search = page.getByRole('searchbox', { name: 'Tìm nơi theo tên' });

			await page.goto('/giao-viec/moi');
			await page.getByLabel('Tên việc').fill('Phòng tránh lừa đảo');
			await page.locator(`#items-${courseId}`).check();
			await box('Thôn Đông').check();
			await expect(box('Thôn Số 204')).toHaveCount(0);
			await search.fill('thon so 20');
			await page.getByRole('button', { name: 'Tìm nơi' }).click();
			await expect(page.getByText('Thấy 5 nơi.')).toBeVisible();
			await expect(page.locator('#places-found')).toBeFocused();
			await expect(page.getByText('Đã chọn 1 nơi:')).toBeVisible();
			await expect(box('Thôn Đông')).toBeChecked();
			if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			await box('Thôn Số 204').check();

			await search.fill('không có nơi này');
			await search.press('Enter');
			await expect(page.getByText('Không thấy nơi nào có tên như vậy')).toBeVisible();
			if (javaScriptEnabled) await expect(page.locator('#places-found')).toBeFocused();
			await expect(page.getByText('Đã chọn 2 nơi:')).toBeVisible();
			await expect(page.getByLabel('Tên việc')).toHaveValue('Phòng tránh lừa đảo');
			await expect(page.locator(`#items-${courseId}`)).toBeChecked();

			await page.getByLabel('Nơi giao việc').selectOption({ label: `Thôn Số 204, ${office.commune.name}` });
			await page.getByLabel('Tên việc').press('Enter');
			await expect(page.getByRole('alert')).toContainText('Viết lý do trong một câu.');
			await expect(box('Thôn Số 204')).toBeChecked();
			await expect(box('Thôn Đông')).toBeChecked();
			await expect(page.getByLabel('Nơi giao việc').locator('option:checked')).toContainText('Thôn Số 204');
			await page.getByLabel('Nơi giao việc').selectOption({ value: office.commune.id });
			await page.getByLabel('Vì sao cần học?').fill('Để bà con không mất tiền.');
			await page.getByRole('button', { name: 'Lưu bản nháp, xem giao tới ai' }).click();
			await expect(page.getByRole('heading', { name: 'Chưa tới ai' })).toBeVisible();
			await page.getByRole('link', { name: 'Sửa bản nháp' }).click();
			await expect(box('Thôn Số 204')).toBeChecked();
			await expect(box('Thôn Đông')).toBeChecked();
			// Other journeys choose from lists of places too.
			for (const { id, name } of made) if (name !== 'Thôn Số 204') await callApi(context, `/places/${id}/ending`, {});
		});
	});

interface Made {
	villages: { id: string; name: string }[];
}
