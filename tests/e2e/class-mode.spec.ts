import { expect, test } from '@playwright/test';
import { callApi, courseId, heading, holdClass } from './support/people.ts';

const lesson = { courseId, lessonId: 'ba-dau-hieu' };

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a class is taught step by step, marked in one tap with exceptions, and its results are told', async ({
			page,
			context
		}) => {
			const { id } = await holdClass(context, lesson);
			const people = [{ name: 'Bà Tư' }, { name: 'Ông Năm' }, { name: 'Bà Sáu' }];
			await callApi(context, `/classes/${id}/attendance`, { way: 'tick', people });
			await page.goto(`/lop/${id}`);
			await page.getByRole('link', { name: 'Dạy trên màn hình lớn' }).click();
			await expect(heading(page)).toHaveText('Ba dấu hiệu, ba việc làm');
			while (!(await page.getByText('Câu 1', { exact: true }).isVisible()))
				await page.getByRole('link', { name: 'Bước sau' }).click();
			await expect(page.locator('.letter').first()).toHaveText('A');
			await page.getByRole('link', { name: 'Xem đáp án' }).click();
			await expect(page.locator('li.right')).toHaveCount(1);
			await page.getByRole('link', { name: 'Ghi ai làm được' }).click();
			await expect(heading(page)).toHaveText(/^Câu 1 trong \d+$/);

			const first = page.locator('.people > li').filter({ hasText: 'Bà Tư' });
			await first.getByRole('button', { name: 'Cần nhắc' }).click();
			await expect(first.getByRole('button', { name: 'Cần nhắc' })).toHaveAttribute('aria-pressed', 'true');
			const all = page.locator('form.all');
			await all.getByRole('button', { name: 'Tự làm được' }).click();
			await expect(page.locator('form.all')).toHaveCount(0);
			const line = page.locator('.people > li').filter({ hasText: 'Ông Năm' });
			await line.getByRole('button', { name: 'Chưa', exact: true }).click();
			await expect(line.getByRole('button', { name: 'Chưa', exact: true })).toHaveAttribute('aria-pressed', 'true');
			await page.goto(`/lop/${id}/ket-qua`);
			const row = page.getByRole('row').filter({ hasText: 'Ông Năm' });
			await expect(row).toContainText('Chưa');
			await expect(page.getByRole('row').filter({ hasText: 'Bà Tư' })).toContainText('Cần nhắc');
		});
	});

test('arrow and page keys walk through the lesson', async ({ page, context }) => {
	await page.setViewportSize({ width: 1366, height: 768 });
	const { id } = await holdClass(context, lesson);
	await page.goto(`/lop/${id}/day/${courseId}/ba-dau-hieu`);
	for (const [key, step] of [
		['ArrowRight', 2],
		['PageDown', 3],
		['ArrowLeft', 2],
		['PageUp', 1]
	] as const) {
		await page.keyboard.press(key);
		await page.waitForURL(`**?buoc=${step}`);
		await page.waitForLoadState('networkidle');
	}
});
