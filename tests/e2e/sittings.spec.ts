import { expect, test } from '@playwright/test';
import { asAdministrator } from './support/people.ts';

test('a supervisor opens a sitting, a learner without JavaScript joins by the code, is paused, goes on and hands in', async ({
	browser,
	page
}) => {
	await asAdministrator(page.context());
	await page.goto('/coi-thi/moi?tim=thuong');
	await page.getByLabel('Bài đánh giá').selectOption({ value: 'cuoi-khoa-nguoi-dan' });
	await page.getByLabel('Nơi thi').selectOption({ value: 'mau-dong-sen-thuong' });
	await page.getByRole('button', { name: 'Mở buổi thi và lấy mã' }).click();
	const code = await page.locator('.big').innerText();

	const context = await browser.newContext({ javaScriptEnabled: false });
	const phone = await context.newPage();
	await phone.goto('/vao-thi');
	await phone.getByLabel('Mã vào thi').fill(code.toLowerCase());
	await phone.getByRole('button', { name: 'Tìm buổi thi' }).click();
	await phone.getByLabel('Họ tên').fill('Bà Tư');
	await phone.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
	await expect(phone.getByText('Còn khoảng 30 phút')).toBeVisible();
	const attempt = phone.url();

	await page.getByRole('link', { name: 'Xem lại' }).click();
	await expect(page.getByRole('article', { name: 'Bà Tư' })).toContainText('Đang ở câu 1, đã trả lời 0/20');
	await page.getByRole('button', { name: 'Tạm dừng tất cả' }).click();
	await expect(page.getByRole('button', { name: 'Cho tất cả làm tiếp' })).toBeVisible();
	await phone.goto(attempt);
	await expect(phone.getByRole('heading', { name: 'Người coi thi đang tạm dừng' })).toBeVisible();
	await page.getByRole('button', { name: 'Cho tất cả làm tiếp' }).click();
	await phone.getByRole('link', { name: 'Xem đã làm tiếp được chưa' }).click();
	await expect(phone.getByText('Còn khoảng 30 phút')).toBeVisible();

	await page.getByText('Việc với Bà Tư').click();
	await page.getByRole('button', { name: 'Không tính bài này' }).click();
	await expect(page.getByText('Viết vì sao không tính bài này.').first()).toBeVisible();
	await page.getByLabel('Vì sao không tính').fill('Nhờ người khác làm');
	await page.getByRole('button', { name: 'Không tính bài này' }).click();
	await expect(page.getByText('Không tính: Nhờ người khác làm')).toBeVisible();
	await phone.goto(attempt);
	await expect(phone.getByRole('heading', { name: 'Bài này không được tính' })).toBeVisible();
	await expect(phone.getByText('Nhờ người khác làm')).toBeVisible();

	await page.getByText('Đóng buổi thi').click();
	await page.getByRole('button', { name: 'Đóng mã, cho làm nốt' }).click();
	await expect(page.getByText('Không ai vào thêm được')).toBeVisible();
	await phone.goto(`/vao-thi/${code}`);
	await expect(phone.getByText('Buổi thi này đã đóng')).toBeVisible();
	await context.close();
});
