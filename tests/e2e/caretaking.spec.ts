import { expect, test } from '@playwright/test';
import { asAdministrator, callApi, earnRecord, heading, newUsername, password, signUp } from './support/people.ts';

test('an administrator sets a commune up from a pasted list, and anyone finds its numbers', async ({
	page,
	context
}) => {
	await asAdministrator(context);
	const name = `Ea Mẫu ${newUsername().replace(/[^a-z0-9]/g, '')}`;
	await page.goto('/lap-dia-ban');
	await page.getByLabel('Tên', { exact: true }).fill(name);
	await page.getByLabel('Thuộc về đâu?').selectOption({ label: 'Đắk Lắk' });
	await page.getByLabel('Danh sách thôn, bản, khu phố').fill('1. Buôn Ako Dhông\n- Thôn 3\n\nThôn 3\n• Buôn Cuôr Kăp');
	await page.getByRole('button', { name: 'Lập địa bàn' }).click();
	await expect(heading(page)).toContainText(name);
	await expect(page.getByText('3 thôn, khu phố')).toBeVisible();
	await expect(page.getByText('Buôn Ako Dhông')).toBeVisible();

	await context.clearCookies();
	await page.goto('/lop-gan-nha');
	await page.getByLabel('Nơi mình sống').fill(name.replace('ẫ', 'a'));
	await page.getByRole('button', { name: 'Tìm nơi này' }).click();
	await expect(page.getByText(name).first()).toBeVisible();
});

test('a forgotten password is opened with a sealed paper whose code shows only in print', async ({
	page,
	context,
	browser
}) => {
	const phone = await browser.newContext();
	const { username, id } = await signUp(phone, 'Bùi Thị Ánh');
	await asAdministrator(context);
	await page.goto(`/quan-tri/tai-khoan/${id}`);
	await page.getByRole('button', { name: 'In giấy mở lại tài khoản' }).click();
	await expect(heading(page)).toContainText('Giấy mở lại tài khoản');
	const code = page.locator('.sheet .code');
	await expect(code).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(code).toBeVisible();
	const words = await code.innerText();

	const fresh = await phone.newPage();
	await fresh.goto('/mo-lai-tai-khoan');
	await fresh.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(username);
	await fresh.getByLabel('Mã in trên giấy').fill(words.toLowerCase());
	await fresh.getByLabel('Mật khẩu mới').fill('bốn mùa xuân hạ');
	await fresh.getByRole('button', { name: 'Mở lại tài khoản' }).click();
	await expect(heading(fresh)).toContainText('Bùi Thị Ánh');
	await phone.clearCookies();
	await expect(callApi(phone, '/session', { identifier: username, password })).rejects.toThrow('401');
	await callApi(phone, '/session', { identifier: username, password: 'bốn mùa xuân hạ' });
	await phone.close();
});

test('a record that was issued to the wrong person is withdrawn, and says so to everyone', async ({
	page,
	context,
	browser
}) => {
	const phone = await browser.newContext();
	await signUp(phone, 'Trần Văn Đức');
	const { code } = await earnRecord(phone, 'Trần Văn Đức');
	await asAdministrator(context);
	await page.goto('/quan-tri/giay-xac-nhan');
	await page.getByLabel('Mã giấy').fill(code);
	await page.getByRole('button', { name: 'Tìm giấy này' }).click();
	await page.getByLabel('Vì sao ngừng dùng?').fill('Cấp nhầm người, đã cấp giấy thay thế');
	await page.getByRole('button', { name: /Ngừng dùng giấy này/ }).click();
	await page.getByRole('button', { name: 'Đúng, ngừng dùng' }).click();
	await expect(page.getByText('Đã ngừng dùng giấy này.', { exact: false }).first()).toBeVisible();

	const stranger = await phone.newPage();
	await stranger.goto(`/xac-minh/${code}`);
	await expect(heading(stranger)).toHaveText('Giấy này không còn dùng');
	await expect(stranger.getByText('Cấp nhầm người')).toBeVisible();
	await phone.close();
});

test('a code with a slip is told apart from an unknown one', async ({ page }) => {
	await page.goto('/xac-minh');
	await page.getByLabel('Mã giấy').fill('7K4M-29QX-R3TB-1WZ8H');
	await page.getByRole('button', { name: 'Kiểm tra mã này' }).click();
	await expect(heading(page)).toHaveText('Có một chỗ gõ nhầm trong mã');
	await page.goto('/xac-minh/0000-0000-0000-0000-0');
	await expect(heading(page)).not.toHaveText('Giấy này là thật');
});

test('wrong forms keep what was typed and say what to do, in the reader’s language', async ({ page }) => {
	await page.goto('/en/dang-ky');
	await page.getByLabel(/full name/i).fill('Lan 123');
	await page
		.getByRole('button', { name: /create/i })
		.last()
		.click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page).toHaveTitle(/^Error/);
	await expect(page.getByLabel(/full name/i)).toHaveValue('Lan 123');
	expect(await page.getByRole('alert').innerText()).not.toMatch(/[đăơưạảấầậắặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹ]/i);
});

test('a form posted from another site is refused on a page that helps', async ({ request }) => {
	const answer = await request.post('/dang-nhap', {
		form: { identifier: 'x', password: 'y' },
		headers: { origin: 'https://evil.example' }
	});
	expect(answer.status()).toBe(403);
	expect(await answer.text()).toContain('đến từ một trang khác');
});

test('an oversized form is refused on a page that helps', async ({ request }) => {
	const answer = await request.post('/dang-nhap', {
		form: { identifier: 'x'.repeat(300_000), password: 'y' },
		headers: { origin: process.env.SITE ?? '' }
	});
	expect(answer.status()).toBe(413);
	expect(await answer.text()).toContain('quá dài');
});

test('what is no form of ours is refused on a page that helps', async ({ request }) => {
	for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json']) {
		const answer = await request.post('/dang-nhap', {
			data: 'identifier=x',
			headers: { origin: process.env.SITE ?? '', 'content-type': type }
		});
		expect([type, answer.status()]).toEqual([type, 415]);
		expect(await answer.text()).toContain('chỉ nhận biểu mẫu của chính nó');
	}
});

test('text size and theme are kept by the device, with and without a script', async ({ page }) => {
	await page.goto('/');
	const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	const before = parseFloat(await size());
	await page.getByRole('button', { name: /A\+/ }).click();
	await expect.poll(async () => parseFloat(await size())).toBeGreaterThan(before);
	await page.goto('/bai-hoc');
	expect(parseFloat(await size())).toBeGreaterThan(before);
});
