import { expect, test } from '@playwright/test';
import { earnRecord, heading } from './support/people.ts';
import { shareRecord, signedAnew } from './support/records.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a very good result is a record of its own, collected in two taps', async ({ page, context }) => {
			await earnRecord(context);
			await page.goto('/cua-toi');
			await page.getByRole('link', { name: /kết quả giỏi/ }).click();
			await expect(heading(page)).toContainText('Nguyễn Thị Lan');
			await page.getByRole('button', { name: 'Đúng rồi, cấp giấy' }).click();
			await expect(page.getByRole('article')).toContainText('đã học và đạt kết quả tốt');
			await page.goto('/cua-toi');
			await expect(page.getByRole('link', { name: /Nhận giấy.*kết quả giỏi/ })).toHaveCount(0);
		});

		test('a link shows the chosen records to somebody else until she closes it', async ({ page, context, browser }) => {
			await earnRecord(context);
			await page.goto('/giay-xac-nhan');
			await page.getByLabel('Mở trong').selectOption('7');
			await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
			await expect(page.getByRole('status')).toContainText('Đã tạo đường dẫn');
			const address = (await page.locator('.address a').getAttribute('href')) ?? '';
			const other = await (await browser.newContext()).newPage();
			await other.goto(new URL(address).pathname);
			await expect(other.getByRole('article')).toContainText('Nguyễn Thị Lan');
			await page.getByRole('button', { name: 'Đóng đường dẫn này' }).click();
			await expect(page.getByRole('status')).toContainText('Đã đóng đường dẫn');
			await other.reload();
			await expect(other.getByRole('main')).toContainText('đã đóng đường dẫn này');
			await other.context().close();
		});

		test('without a record ticked nothing is shared, and it says what to do', async ({ page, context }) => {
			await earnRecord(context);
			await page.goto('/giay-xac-nhan');
			await page.getByRole('checkbox').uncheck();
			await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
			await expect(page.getByRole('alert').first()).toContainText('Chọn ít nhất một giấy');
			await expect(page.getByRole('checkbox')).not.toBeChecked();
		});

		test('several records stand on one sheet, each with its code', async ({ page, context }) => {
			const { code } = await earnRecord(context);
			await page.goto('/giay-xac-nhan');
			await page.getByRole('button', { name: 'Xem tờ để in' }).click();
			await expect(page.getByRole('article')).toContainText(code);
			await expect(page.getByRole('article').getByRole('img')).toBeVisible();
			await page.emulateMedia({ media: 'print' });
			const wide = (await page.getByRole('article').getByRole('img').boundingBox())?.width ?? 0;
			expect(wide / 96).toBeGreaterThan(62 / 25.4); // 55 mm, and what is white around them
		});

		test('a name is put right; the old record points to the new one', async ({ page, context }) => {
			const { code } = await earnRecord(context, 'Nguyễn Thị Lam');
			await page.goto(`/giay-xac-nhan/${code}`);
			await page.getByRole('link', { name: 'Sửa tên trên giấy' }).click();
			await page.getByLabel('Họ và tên').fill('<b>');
			await page.getByRole('button', { name: /Cấp giấy mới/ }).click();
			await expect(page.getByLabel('Họ và tên')).toHaveValue('<b>');
			await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan');
			await page.getByRole('button', { name: /Cấp giấy mới/ }).click();
			await expect(page.getByRole('article')).toContainText('Nguyễn Thị Lan');
			await page.goto(`/xac-minh/${code}`);
			await expect(heading(page)).toContainText('đã thay bằng giấy mới');
			await page.getByRole('link', { name: 'Mở giấy mới' }).click();
			await expect(heading(page)).toContainText('Giấy này là thật');
		});

		test('who holds what was signed anew is told so and why; who checks the former one is led to the new one', async ({
			page,
			context
		}) => {
			const code = await signedAnew(context);
			for (const path of ['/cua-toi', '/giay-xac-nhan']) {
				await page.goto(path);
				await expect(page.getByRole('heading', { name: 'Giấy của bạn đã được ký lại' })).toBeVisible();
			}
			await page.goto(`/giay-xac-nhan/${code}`);
			await expect(page.getByText('Không phải lỗi của bạn.')).toBeVisible();
			await page.goto(`/xac-minh/${code}`);
			await expect(heading(page)).toContainText('đã được ký lại');
			await page.getByRole('link', { name: 'Mở giấy mới' }).click();
			await expect(heading(page)).toContainText('Giấy này là thật');
		});
	});

test('a link is handed on by the phone’s own way, and where it has none onto the clipboard', async ({
	page,
	context
}) => {
	await shareRecord(context);
	const handed = () => page.evaluate(() => (window as { handed?: string }).handed);
	const address = () => page.locator('.address a').getAttribute('href');
	await page.addInitScript(() => {
		const hand = (text: string) => Promise.resolve(void Object.assign(window, { handed: text }));
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: hand } });
		if (location.hash === '#zalo') Object.assign(navigator, { share: ({ url }: { url: string }) => hand(url) });
		else Reflect.deleteProperty(Navigator.prototype, 'share');
	});
	await page.goto('/giay-xac-nhan');
	await page.getByRole('button', { name: 'Gửi đường dẫn này' }).click();
	await expect(page.getByText('Đã chép đường dẫn.')).toBeVisible();
	expect(await handed()).toBe(await address());
	await page.goto('about:blank');
	await page.goto('/giay-xac-nhan#zalo');
	await page.getByRole('button', { name: 'Gửi đường dẫn này' }).click();
	expect(await handed()).toBe(await address());
	await expect(page.getByText('Đã chép đường dẫn.')).toHaveCount(0);
});
