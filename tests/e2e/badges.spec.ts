import { expect, test, type BrowserContext } from '@playwright/test';
import { earnRecord, heading } from './support/people.ts';

/** A badge of the record as its holder downloads it. */
const badgeOf = async (context: BrowserContext, code: string, form: string) =>
	(await context.request.get(`/api/records/${code}/credential?form=${form}`)).body();

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('whoever is given a badge’s picture sends it in and reads whether it is genuine', async ({
			page,
			context
		}) => {
			const { code } = await earnRecord(context);
			const picture = await badgeOf(context, code, 'png');
			const send = async (name: string, buffer: Buffer) => {
				await page.goto('/xac-minh');
				await page.getByLabel('Tệp huy hiệu').setInputFiles({ name, mimeType: 'image/png', buffer });
				await page.getByRole('button', { name: 'Gửi tệp và kiểm tra' }).press('Enter');
			};
			await send('huy-hieu.png', picture);
			await expect(heading(page)).toContainText('Giấy này là thật');
			await expect(page.getByRole('main')).toContainText('do nơi đây cấp, còn nguyên vẹn');
			await expect(page.getByRole('main')).toContainText(code);

			const json = (await badgeOf(context, code, 'json')).toString().replace('Thị Lan', 'Thị Lam');
			await send('huy-hieu.json', Buffer.from(json));
			await expect(page.getByRole('region', { name: 'Kiểm tra huy hiệu số' })).toContainText(
				'Chưa tin được huy hiệu này'
			);
			// What somebody else's link says of a badge is nothing that the page says.
			for (const link of [`/xac-minh/${code}?huy-hieu=genuine`, '/xac-minh?huy-hieu=altered']) {
				await context.clearCookies({ name: 'badge' });
				await page.goto(link);
				await expect(page.getByRole('main')).not.toContainText(/còn nguyên vẹn|Chưa tin được/);
			}
			await send('anh.png', Buffer.from('không phải ảnh'));
			await expect(page.getByLabel('Tệp huy hiệu')).toHaveAccessibleDescription(/không phải huy hiệu số/);
		});
	});
