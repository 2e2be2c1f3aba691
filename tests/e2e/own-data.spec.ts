import { expect, test } from '@playwright/test';
import { password, signUp } from './support/people.ts';

test.use({ javaScriptEnabled: false });

test('without JavaScript somebody sees what is kept of her, corrects it, takes it away and has it deleted', async ({
	page,
	context
}) => {
	await signUp(context);
	await page.goto('/cua-toi');
	await page.getByRole('link', { name: 'Dữ liệu của tôi' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dữ liệu của tôi');
	await page.locator('summary', { hasText: 'Tài khoản' }).click();
	await expect(page.getByText('Năm sinh', { exact: true })).toBeVisible();

	await page.getByRole('link', { name: 'Sửa tên' }).click();
	await page.getByLabel('Họ và tên').fill('x');
	await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
	await expect(page.getByLabel('Họ và tên')).toHaveValue('x');
	await page.getByLabel('Họ và tên').fill('Lò Thị Sửa');
	await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
	await expect(page.getByRole('status')).toHaveText('Đã lưu.');

	await page.getByRole('link', { name: 'Điều tôi đồng ý' }).click();
	await expect(page.getByLabel('Tôi đồng ý')).not.toBeChecked();
	await page.getByLabel('Tôi đồng ý').check();
	await page.getByRole('button', { name: 'Lưu điều đã đồng ý' }).click();
	await page.getByRole('button', { name: 'Thôi, không đồng ý nữa' }).click();
	await expect(page.getByLabel('Tôi đồng ý')).not.toBeChecked();

	const file = await context.request.get('/api/me/data/file');
	expect(await file.text()).toContain('Lò Thị Sửa');

	await page.goto('/cua-toi/du-lieu/xoa');
	await page.getByRole('button', { name: 'Xóa hẳn' }).click();
	await expect(page.getByText('Đọc xong rồi đánh dấu vào đây thì mới xóa.').first()).toBeVisible();
	await page.getByLabel('Đã đọc. Xóa hết dữ liệu của tôi.').check();
	await page.getByLabel('Mật khẩu, để chắc là chính mình').fill('sai mất rồi');
	await page.getByRole('button', { name: 'Xóa hẳn' }).click();
	await expect(page.getByLabel('Đã đọc. Xóa hết dữ liệu của tôi.')).toBeChecked();
	await page.getByLabel('Mật khẩu, để chắc là chính mình').fill(password);
	await page.getByRole('button', { name: 'Xóa hẳn' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã xóa xong');
	await page.goto('/cua-toi');
	await expect(page.getByText('Lò Thị Sửa')).toHaveCount(0);
	expect((await context.request.get('/api/me/data/file')).status()).toBe(401);
});
