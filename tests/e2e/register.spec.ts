import { expect, test, type Page } from '@playwright/test';
import { asAdministrator } from './support/people.ts';
import { compared, toBeConfirmed } from './support/register.ts';

/** Opens the page again until it says so: what is sent to the register comes back by itself. */
async function untilShown(page: Page, path: string, words: string): Promise<void> {
	await expect(async () => {
		await page.goto(path);
		await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 60_000 });
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('she sees each step of her record on its way to the register, and that it is practice', async ({
			page,
			context
		}) => {
			const code = await toBeConfirmed(context);
			await untilShown(page, `/giay-xac-nhan/${code}`, 'Sổ bản tập đã xác nhận');
			await expect(page.getByText('Bản tập. Chưa gửi VNeID.')).toBeVisible();
			await expect(page.getByText('Đã ghi yêu cầu xác nhận')).toBeVisible();
		});

		test('an officer has sent again what could not be sent, and nothing is given up without a tick', async ({
			page,
			context,
			browser
		}) => {
			const code = await toBeConfirmed(context, { state: 'dead', fault: 'untrusted' });
			await page.goto(`/giay-xac-nhan/${code}`);
			await expect(page.getByText('cán bộ đang xem lại')).toBeVisible();
			const office = await browser.newContext({ javaScriptEnabled, ...test.info().project.use });
			await asAdministrator(office);
			const desk = await office.newPage();
			await desk.goto('/quan-tri/so-xac-nhan');
			const card = desk.getByRole('article', { name: code });
			await card.getByText('Thôi không gửi').first().click();
			await card.getByRole('button', { name: 'Thôi không gửi' }).click();
			await expect(card.getByText('Đánh dấu để chắc')).toBeVisible();
			await card.getByRole('button', { name: 'Gửi lại y như cũ' }).click();
			await expect(desk.getByText('Đã ghi. Máy sẽ làm ngay')).toBeVisible();
			await office.close();
			await untilShown(page, `/giay-xac-nhan/${code}`, 'Sổ bản tập đã xác nhận');
		});

		test('a difference is settled in one of its ways, and left as it is only with a reason', async ({
			page,
			context
		}) => {
			const id = await compared(context);
			await page.goto(`/quan-tri/so-xac-nhan/${id}`);
			const card = page.getByRole('article').filter({ hasText: 'Hai bên ghi khác nhau' });
			await card.getByRole('button', { name: 'Làm như vậy' }).click();
			await expect(card.getByText('Chọn một cách xử lý.')).toBeVisible();
			await card.getByLabel('Làm gì').selectOption('accept');
			await card.getByLabel('Lý do để nguyên').fill('ừ');
			await card.getByRole('button', { name: 'Làm như vậy' }).click();
			await expect(card.getByText('Viết rõ lý do')).toBeVisible();
			await expect(card.getByLabel('Lý do để nguyên')).toHaveValue('ừ');
			await card.getByLabel('Lý do để nguyên').fill('Hai bên đã thống nhất');
			await card.getByRole('button', { name: 'Làm như vậy' }).click();
			await expect(card.getByText('Để nguyên: Hai bên đã thống nhất')).toBeVisible();
		});
	});

test('both sides are compared when somebody asks for it', async ({ page, context }) => {
	await asAdministrator(context);
	await page.goto('/quan-tri/so-xac-nhan');
	await page.getByRole('button', { name: 'Đối chiếu ngay' }).click();
	await expect(page.getByText('Đang đối chiếu; mở lại')).toBeVisible();
	await expect(page.getByRole('table')).toBeVisible();
});
