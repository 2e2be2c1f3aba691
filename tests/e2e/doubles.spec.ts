import { expect, test } from '@playwright/test';
import { writeDown } from './support/helped.ts';
import { heading } from './support/people.ts';

const village = 'mau-dong-sen-ba-cay-da';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a helper merges two cards of one person, and parts them again', async ({ page, context }) => {
			const name = `Vừ Thị ${javaScriptEnabled ? 'Máy' : 'Mỷ'}`;
			const { learner } = await writeDown(context, { name, birthYear: 1947, placeId: village });
			const other = await writeDown(context, { name: `${name}a`, birthYear: 1947, placeId: village });
			await page.goto(`/nguoi-hoc/${learner.id}`);
			await page.getByRole('link', { name: 'Đã ghi hai lần?' }).click();
			await expect(heading(page)).toHaveText('Đã ghi hai lần?');
			await page.getByLabel('Tìm theo tên').fill('vu thi');
			await page.getByRole('button', { name: 'Tìm tên này' }).click();
			await page.locator(`a[href$="/gop/${other.learner.id}"]`).click();
			await expect(heading(page)).toHaveText('Có đúng là một người không?');
			await page.getByRole('link', { name: 'Đổi lại: giữ bên kia' }).click();
			await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(`Giữ lại: ${name}a`);
			await page.getByRole('link', { name: 'Đổi lại: giữ bên kia' }).click();
			await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(`Giữ lại: ${name}`);
			await page.getByRole('button', { name: 'Gộp làm một' }).click();
			await expect(page.getByText('Đã gộp làm một.')).toBeVisible();
			await expect(page.getByText(`Đã gộp với ${name}a ngày`)).toBeVisible();
			expect((await page.goto(`/nguoi-hoc/${other.learner.id}`))?.status()).toBe(404);
			await page.goto(`/nguoi-hoc/${learner.id}`);
			await page.getByRole('button', { name: 'Tách ra lại' }).click();
			await expect(page.getByText(`${name}a có lại thẻ và bài của mình.`)).toBeVisible();
			await page.goto(`/nguoi-hoc/${other.learner.id}`);
			await expect(heading(page)).toHaveText(`${name}a`);
		});
	});
