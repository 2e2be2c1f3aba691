import { expect, test } from '@playwright/test';
import { asAdministrator, callApi, newName, newUsername, signUp } from './support/people.ts';
import { asOverseer } from './support/schools.ts';

const site = process.env.SITE ?? '';

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('an overseer says something, an officer answers, and it is taken back', async ({ page, context, browser }) => {
		await asOverseer(context);
		await page.goto('/giao-viec');
		await page.getByRole('link', { name: 'Góp ý và trả lời' }).click();
		await page.getByRole('button', { name: 'Gửi góp ý' }).click();
		await expect(page.getByText('Viết vài chữ trước khi gửi.').first()).toBeVisible();
		const words = `Bà con chưa có máy ${newUsername()}`;
		await page.getByRole('textbox', { name: 'Góp ý' }).fill(words);
		await page.getByRole('button', { name: 'Gửi góp ý' }).click();
		await expect(page.getByText('Đã gửi.')).toBeVisible();

		const office = await browser.newContext({ javaScriptEnabled: false });
		const desk = await office.newPage();
		await asAdministrator(office);
		await desk.goto(`${site}/giao-viec/gop-y`);
		const thread = desk.getByRole('article').filter({ hasText: words });
		await expect(thread.getByText('Đỗ Thị Mặt Trận, người giám sát')).toBeVisible();
		await thread.locator('summary', { hasText: 'Trả lời' }).click();
		await thread.getByLabel('Câu trả lời').fill('Xã mượn thêm máy từ tuần sau.');
		await thread.getByRole('button', { name: 'Trả lời' }).click();
		await expect(thread.getByText('Quản Trị Viên, quản trị viên')).toBeVisible();
		await office.close();

		await page.goto('/giao-viec/gop-y');
		const mine = page.getByRole('article').filter({ hasText: words });
		await expect(mine.getByText('Xã mượn thêm máy từ tuần sau.')).toBeVisible();
		await mine.locator('summary', { hasText: 'Rút lại' }).click();
		await mine.getByRole('button', { name: 'Rút lại' }).click();
		await expect(page.getByText(words)).toHaveCount(0);
	});

	test('an officer finds somebody by name for an assignment, and nothing typed is lost', async ({
		page,
		context,
		browser
	}) => {
		await asAdministrator(context);
		const place = { parentId: 'mau-dong-sen', name: newName('Phòng'), organisationKind: 'agency' };
		const { id } = await callApi<{ id: string }>(context, '/organisations', place);
		const { code } = await callApi<{ code: string }>(context, `/organisations/${id}/join-codes`, { days: 7 });
		const own = await browser.newContext();
		const name = newName('Lại Thị');
		await signUp(own, name);
		await own.request.post(`${site}/api/join-codes/${code}/membership`, { headers: { origin: site }, data: {} });
		await own.close();

		await page.goto('/giao-viec/moi');
		await page.getByLabel('Tên việc').fill('An toàn số cho một người');
		await page.getByText('Giao thêm cho từng người').click();
		await page.getByLabel('Tìm theo tên').fill(name);
		await page.getByRole('button', { name: 'Tìm người' }).click();
		expect(decodeURIComponent(page.url())).not.toContain(name);
		await expect(page.getByText('Thấy 1 người.')).toBeVisible();
		await page.getByRole('button', { name: `Thêm ${name}` }).click();
		await expect(page.getByRole('button', { name: `Bỏ ${name}` })).toBeVisible();
		await expect(page.getByLabel('Tên việc')).toHaveValue('An toàn số cho một người');
		await page.getByRole('button', { name: `Bỏ ${name}` }).click();
		await expect(page.getByText('Chưa chọn riêng ai.')).toBeVisible();
	});
});
