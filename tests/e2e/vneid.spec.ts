import { expect, test } from '@playwright/test';
import { callApi, earnRecord, heading, newName, newUsername, password, signUp } from './support/people.ts';
import { goThroughVneid, joined } from './support/vneid.ts';

const site = process.env.SITE ?? '';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('somebody comes in with VNeID for the first time, and then from another phone', async ({ page, browser }) => {
			await page.goto('/dang-nhap');
			await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
			const called = newName('Hà Thị');
			await goThroughVneid(page, { called });
			await expect(heading(page)).toHaveText('Đây là tài khoản của ai?');
			await expect(page.getByText('VNeID mô phỏng')).toBeVisible();
			await expect(page.getByLabel('Tôi đồng ý')).not.toBeChecked();
			const username = newUsername();
			await page.getByLabel('Tên đăng nhập').fill(username);
			await page.getByLabel('Đặt mật khẩu', { exact: true }).fill(password);
			await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
			await expect(page.getByText('Đọc rồi đánh dấu nếu bạn đồng ý').first()).toBeVisible();
			await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(username);
			await page.getByLabel('Đặt mật khẩu', { exact: true }).fill(password);
			await page.getByLabel('Tôi đồng ý').check();
			await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
			await expect(page.getByText(called).first()).toBeVisible();
			await page.goto('/cua-toi/danh-tinh');
			await expect(page.getByText('••• ••• •••')).toBeVisible();
			await page.goBack();

			const other = await browser.newContext({ javaScriptEnabled, baseURL: site });
			const phone = await other.newPage();
			await phone.goto('/en/dang-nhap?tiep=%2Fen%2Fbai-hoc');
			await phone.getByLabel('Phone number or username').fill(username);
			await phone.getByLabel('Password', { exact: true }).fill(password);
			await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
			await expect(phone).toHaveURL(/\/en\/bai-hoc/);
			await other.close();
		});

		test('an account is joined, and the identity is removed again', async ({ page, context }) => {
			await signUp(context, 'Nguyễn Thị Gắn');
			await page.goto('/cua-toi/danh-tinh');
			await page.getByRole('link', { name: 'Gắn với VNeID' }).click();
			await goThroughVneid(page, { called: newName('Nguyễn Thị') });
			await page.getByLabel('Tôi đồng ý').check();
			await page.getByRole('button', { name: 'Gắn danh tính' }).click();
			await expect(page.getByText('Tên hoặc năm sinh khác').first()).toBeVisible();
			await page.getByLabel('Vẫn là tôi').check();
			await page.getByLabel('Tôi đồng ý').check();
			await page.getByRole('button', { name: 'Gắn danh tính' }).click();
			await expect(page.getByText('Đã gắn.')).toBeVisible();
			await page.getByRole('button', { name: 'Gỡ danh tính' }).click();
			await page.getByLabel('Tôi muốn gỡ').check();
			await page.getByRole('button', { name: 'Gỡ danh tính' }).click();
			await expect(page.getByText('Đã gỡ.')).toBeVisible();
		});

		test('two accounts of one person become one, and two again', async ({ page, context }) => {
			const called = newName('Hà Thị');
			await joined(context, called);
			await signUp(context, called);
			await page.goto('/cua-toi/danh-tinh');
			await page.getByRole('link', { name: 'Gắn với VNeID' }).press('Enter');
			await goThroughVneid(page, { called });
			await expect(page.getByRole('heading', { name: 'Bạn có hai tài khoản ở đây?' })).toBeVisible();
			await expect(page.getByLabel('Cả hai tài khoản đều là của tôi')).not.toBeChecked();
			await page.getByRole('button', { name: 'Gộp hai tài khoản' }).press('Enter');
			await expect(page.getByText('Đánh dấu nếu cả hai tài khoản đều là của bạn.').first()).toBeVisible();
			for (const label of [/Vẫn là tôi/, /Cả hai tài khoản/])
				if (await page.getByLabel(label).count()) await page.getByLabel(label).press('Space');
			await page.getByLabel('Mật khẩu của tài khoản đang mở').fill(password);
			await page.getByRole('button', { name: 'Gộp hai tài khoản' }).press('Enter');
			await expect(page.getByText('Đã gộp.')).toBeVisible();
			await page.getByRole('button', { name: 'Tách ra lại' }).press('Enter');
			await expect(page.getByText('Đã tách ra.')).toBeVisible();
			await expect(page.getByRole('link', { name: 'Gắn với VNeID' })).toBeVisible();
		});

		test('what goes wrong is told, with the other ways in, and the back button does no harm', async ({ page }) => {
			await page.goto('/en/dang-nhap/vneid');
			await goThroughVneid(page, { called: newName('Lỗi Thị'), fault: 'bad-signature' });
			await expect(page.getByRole('alert')).toContainText('not truly from VNeID');
			expect(page.url()).toContain('/en/dang-nhap/vneid/tro-ve');
			await page.getByRole('link', { name: 'Try VNeID again' }).click();
			await goThroughVneid(page, { person: /Hùng/, consent: false });
			await expect(page.getByRole('alert')).toContainText('chose not to share');
			await page.reload();
			await expect(page.getByRole('alert')).toContainText('is over or was left too long');
			await page.getByRole('link', { name: 'Sign in with a password' }).click();
			await expect(page).toHaveURL(/\/en\/dang-nhap$/);
		});
	});

test('a record through the simulated VNeID carries its name, and says that it is a practice copy', async ({
	page,
	context
}) => {
	const called = newName('Vi Thị');
	await joined(context, called);
	const { code } = await earnRecord(context, called);
	await page.goto(`/xac-minh/${code}`);
	await expect(heading(page)).toHaveText('Đây là bản tập');
	await expect(page.getByText('đã đối chiếu với danh tính VNeID')).toBeVisible();
	await page.goto(`/giay-xac-nhan/${code}`);
	await expect(page.getByText('Bản tập')).toBeVisible();
	expect(await callApi<{ identity: { simulated: boolean } }>(context, '/me/identity')).toMatchObject({
		identity: { simulated: true }
	});
});
