import { expect, test } from '@playwright/test';
import { aLargePhoto, aPhoto } from '../support/photos.ts';
import { markedClass } from './support/marks.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a photo is added to a session, looked at, and taken away', async ({ page, context }) => {
			const id = await markedClass(context);
			await page.goto(`/lop/${id}`);
			const photos = page.locator('#photos');
			await page
				.getByLabel('Chọn ảnh')
				.setInputFiles({ name: 'a.heic', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') });
			await page.getByRole('button', { name: 'Gửi ảnh' }).click();
			await expect(photos.getByText('Tương thích nhất', { exact: false })).toBeVisible();
			await expect(page).toHaveTitle(/^Lỗi/);
			const buffer = await aPhoto({ width: 2000, height: 1500 });
			await page.getByLabel('Chọn ảnh').setInputFiles({ name: 'bà Tư.jpg', mimeType: 'image/jpeg', buffer });
			await page.getByRole('button', { name: 'Gửi ảnh' }).click();
			await expect(page.getByText('Đã thêm ảnh.')).toBeVisible();
			const picture = photos.getByRole('img', { name: 'Ảnh 1' });
			await picture.scrollIntoViewIfNeeded();
			await expect.poll(() => picture.evaluate((each: HTMLImageElement) => each.naturalHeight)).toBe(320);
			await photos.getByText('Bỏ ảnh này').click();
			await photos.getByRole('button', { name: 'Bỏ ảnh 1' }).click();
			await expect(page.getByText('Đã bỏ ảnh.')).toBeVisible();
			await expect(photos.getByText('Chưa có ảnh nào.')).toBeVisible();
		});
	});

test('a large photo is made small before it is sent, upright, and also when sent at once', async ({
	page,
	context
}) => {
	const id = await markedClass(context);
	await page.goto(`/lop/${id}`);
	const buffer = await aLargePhoto(4000, 2500);
	expect(buffer.length).toBeGreaterThan(5_000_000);
	const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/photos'));
	await page.getByLabel('Chọn ảnh').setInputFiles({ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer });
	await page.getByRole('button', { name: 'Gửi ảnh' }).click();
	expect(Number((await (await sent).allHeaders())['content-length'])).toBeLessThan(1_500_000);
	await expect(page.getByText('Đã thêm ảnh.')).toBeVisible();
	const picture = page.locator('#photos').getByRole('img', { name: 'Ảnh 1' });
	await expect(picture).toHaveAttribute('width', '1000');
	await expect(picture).toHaveAttribute('height', '1600');
});
