import { expect, test, type Page } from '@playwright/test';
import { heading } from './support/people.ts';

/** Answers what stands on the page, whatever kind it is, and sends it with this button. */
async function answer(page: Page, button: string): Promise<void> {
	for (const field of await page.locator('main [data-field]').all()) {
		const choices = field.locator('input[type=radio], input[type=checkbox]');
		const list = field.locator('select');
		if ((await choices.count()) > 0) await choices.first().check();
		else if ((await list.count()) > 0) await list.selectOption({ index: 1 });
		else await field.locator('input').fill('12');
	}
	await page.getByRole('button', { name: button }).click();
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a few questions show where to begin, and nobody has to take them', async ({ page }) => {
		await page.goto('/bai-hoc');
		await page.getByRole('link', { name: 'Thử vài câu để chọn bài. Bỏ qua cũng được.' }).click();
		await page.getByRole('link', { name: 'Thử vài câu để chọn bài' }).click();
		await expect(page.getByRole('link', { name: 'Bỏ qua, vào chọn bài luôn' })).toHaveAttribute('href', '/bai-hoc');
		await page.getByRole('button', { name: 'Bắt đầu làm' }).click();
		for (let at = 0; at < 12 && !page.url().includes('xem-lai'); at++)
			await answer(page, at % 3 === 2 ? 'Chưa biết' : 'Trả lời câu này');
		await expect(heading(page)).toHaveText('Xem lại rồi nộp bài');
		await page.getByRole('button', { name: 'Nộp bài' }).click();
		await expect(heading(page)).toHaveText('Xong rồi, nên bắt đầu từ đây');
		await expect(page.getByText(/Hỏi \d+ câu về bài này, có \d+ câu chưa đúng\./).first()).toBeVisible();
		await expect(page.getByText(/^\d+ ± \d+$/).first()).toBeVisible();
	});

	test('a final test is taken in its time, and says from when it can be taken again', async ({ page }) => {
		await page.goto('/danh-gia/cuoi-khoa-nguoi-dan');
		await page.getByLabel(/Cho thêm nửa thời gian nữa/).check();
		await page.getByRole('button', { name: 'Bắt đầu làm' }).click();
		await expect(page.getByText('Còn khoảng 45 phút')).toBeVisible();
		await page.getByRole('button', { name: 'Trả lời câu này' }).click();
		await expect(page.getByRole('alert')).toContainText('Chọn hoặc viết câu trả lời');
		for (let at = 0; at < 20; at++) {
			const before = page.url();
			await answer(page, 'Trả lời câu này');
			await expect(page).not.toHaveURL(before);
		}
		await expect(page).toHaveURL(/xem-lai/);
		await page.getByRole('button', { name: 'Nộp bài' }).click();
		await expect(page.getByText(/Đúng \d+ trên 20 câu\./)).toBeVisible();
		await page.goto('/danh-gia/cuoi-khoa-nguoi-dan');
		await expect(page.getByText(/Làm lại được từ/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Bắt đầu làm' })).toHaveCount(0);
	});
});
