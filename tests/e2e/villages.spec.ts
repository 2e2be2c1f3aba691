import { expect, test, type BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, heading } from './support/people.ts';

interface Place {
	id: string;
	children: { id: string; name: string }[];
}

let communes = 0;

/** A commune of its own with two villages, so that others find theirs as they were. */
async function aCommune(context: BrowserContext, project: string): Promise<Place> {
	await asAdministrator(context);
	const name = `Gộp ${project} ${String(++communes)} ${String(Date.now() % 100_000)}`;
	return callApi<Place>(context, '/places', { parentId: 'mau', name, villages: 'Thôn Cũ\nThôn Mới' });
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a village goes into another after she saw what goes along', async ({ page, context }, { project }) => {
			const commune = await aCommune(context, project.name);
			const old = commune.children.find(({ name }) => name === 'Thôn Cũ');
			await callApi(context, '/households', { name: 'nhà ông Bảy', placeId: old?.id });
			await page.goto(`/lap-dia-ban/thon?noi=${commune.id}`);
			await page.getByRole('link', { name: 'Thôn Cũ' }).click();
			await expect(page.getByRole('main')).toContainText('1 hộ gia đình');
			await expect(page.getByRole('main')).toContainText('nên chưa ngừng được');
			await page.getByLabel('Gộp vào').selectOption({ label: 'Thôn Mới' });
			await page.getByRole('button', { name: 'Xem sẽ chuyển những gì' }).click();
			await expect(heading(page)).toHaveText('Gộp Thôn Cũ vào Thôn Mới?');
			await page.getByRole('button', { name: 'Gộp Thôn Cũ vào Thôn Mới' }).click();
			await expect(page.getByRole('status')).toContainText('Đã gộp xong');
			await expect(page.getByRole('link', { name: 'Thôn Cũ' })).toHaveCount(0);
			await page.getByLabel('Tìm theo tên').fill('thôn cũ');
			await page.getByRole('button', { name: 'Tìm', exact: true }).click();
			await expect(page.getByRole('main')).toContainText('Trước là Thôn Cũ');
			await page.getByRole('link', { name: 'Thôn Mới' }).click();
			await expect(page.getByRole('main')).toContainText('1 hộ gia đình');
		});

		test('a village where nobody is ends', async ({ page, context }, { project }) => {
			const commune = await aCommune(context, project.name);
			await page.goto(`/lap-dia-ban/thon/${commune.children[0]?.id ?? ''}`);
			await page.getByRole('button', { name: /^Ngừng dùng/ }).click();
			await expect(page.getByRole('status')).toContainText('đã ngừng dùng');
			await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
		});
	});
