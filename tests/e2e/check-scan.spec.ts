import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { encode } from 'uqr';
import sharp from 'sharp';
import { aPhone } from './support/cable.ts';
import { callApi, earnRecord, heading } from './support/people.ts';

const site = process.env.SITE ?? '';

interface Held {
	code: string;
	codeUrl: string;
}

async function aRecord(context: BrowserContext): Promise<Held> {
	const { code } = await earnRecord(context);
	return callApi<Held>(context, `/records/${code}`);
}

/** A photo of a QR code that lies a little askew on a table. */
async function photoOf(text: string): Promise<Buffer> {
	const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
	const pixels = Buffer.from(data.flat().map((dark) => (dark ? 20 : 235)));
	return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
		.resize(size * 7, size * 7, { kernel: 'nearest' })
		.rotate(7, { background: '#997755' })
		.extend({ top: 80, bottom: 40, left: 60, right: 90, background: '#997755' })
		.jpeg({ quality: 80 })
		.toBuffer();
}

/** A camera before which somebody holds this picture. */
async function holdBeforeCamera(page: Page, picture: Buffer): Promise<void> {
	await page.addInitScript(
		(address) => {
			navigator.mediaDevices.getUserMedia = async () => {
				const image = new Image();
				image.src = address;
				await image.decode();
				const canvas = document.createElement('canvas');
				[canvas.width, canvas.height] = [image.width, image.height];
				const draw = () => canvas.getContext('2d')?.drawImage(image, 0, 0);
				draw();
				setInterval(draw, 50);
				return canvas.captureStream(20);
			};
		},
		`data:image/jpeg;base64,${picture.toString('base64')}`
	);
}

const genuine = (page: Page) => expect(heading(page)).toHaveText('Giấy này là thật');
const send = (page: Page, buffer: Buffer) =>
	page.getByLabel('Hoặc chọn ảnh chụp tờ giấy').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer });

test('a photo, the camera and a pasted address are read on the phone, also without signal', async ({
	browser,
	context
}) => {
	const { codeUrl } = await aRecord(context);
	const photo = await photoOf(codeUrl);
	const phone = await aPhone(browser, { baseURL: site });
	const page = await phone.context.newPage();
	await holdBeforeCamera(page, photo);
	await page.goto('/xac-minh');
	const kept = () =>
		page.evaluate(async () => {
			const decoder = document.querySelector<HTMLElement>('[data-decoder]')?.dataset.decoder ?? '';
			const all = ['/xac-minh', decoder, '/api/status-lists/0?form=jwt'].map((path) => caches.match(path));
			return (await Promise.all(all)).every(Boolean) && navigator.serviceWorker.controller !== null;
		});
	await expect.poll(kept).toBe(true);
	await phone.cut();

	await send(page, photo);
	await genuine(page);
	await page.goto('/xac-minh');
	await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
	await genuine(page);
	await page.goto('/xac-minh');
	await page.getByLabel('Mã giấy').fill(codeUrl);
	await page.getByRole('button', { name: 'Kiểm tra mã này' }).click();
	await genuine(page);
	await phone.close();
});

test('what is no code of a record is told, with what to do', async ({ page }) => {
	await page.goto('/xac-minh');
	await send(page, await photoOf('https://example.vn/khuyen-mai'));
	await expect(page.getByText('Mã QR này không phải của giấy xác nhận.')).toBeVisible();
	await send(
		page,
		await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888' } })
			.jpeg()
			.toBuffer()
	);
	await expect(page.getByText('Chưa thấy mã QR trong ảnh.')).toBeVisible();
	await send(page, Buffer.from('không phải ảnh'));
	await expect(page.getByText('Chưa đọc được tệp này.')).toBeVisible();
});

test('a camera that may not be used is told, and only this page may ask for it', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	const answer = await page.goto('/xac-minh');
	expect(answer?.headers()['permissions-policy']).toContain('camera=(self)');
	await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
	await expect(page.getByText('Chưa mở được máy ảnh.')).toBeVisible();
	for (const path of ['/', '/xac-minh/nhieu', '/xac-minh/0000-0000-0000-00000'])
		expect((await page.goto(path))?.headers()['permissions-policy']).toContain('camera=()');
});

test('a typed address leads to its code, without what is behind the #', async ({ browser, context }) => {
	const { code, codeUrl } = await aRecord(context);
	const plain = await browser.newContext({ baseURL: site, javaScriptEnabled: false });
	const page = await plain.newPage();
	await page.goto('/xac-minh');
	await page.getByLabel('Mã giấy').fill(codeUrl.split('#')[0] ?? '');
	await page.getByRole('button', { name: 'Kiểm tra mã này' }).click();
	await expect(page).toHaveURL(`/xac-minh/${code}`);
	await genuine(page);
	await plain.close();
});
