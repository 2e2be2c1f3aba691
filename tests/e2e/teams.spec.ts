import { expect, test } from '@playwright/test';
import { finishFieldLesson } from './support/field-lesson.ts';
import { asAdministrator, heading, signUp } from './support/people.ts';
import { asTeamMember, makeTeam } from './support/teams.ts';

const site = process.env.SITE ?? '';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('an officer makes a team and asks somebody in, who leaves again', async ({ page, context, browser }) => {
			const { name } = await makeTeam(context);
			await page.goto('/to-cong-nghe/moi?tim=thuong');
			await page.getByLabel('Tổ loại nào?').selectOption({ label: 'Tổ chuyển đổi số cộng đồng' });
			await page.getByLabel('Tên tổ').fill(name);
			await page.getByLabel('Tổ của nơi nào?').selectOption({ value: 'mau-dong-sen-thuong' });
			await page.getByRole('button', { name: 'Lập tổ này' }).click();
			await expect(page.getByRole('alert')).toContainText('đã có tổ mang tên ấy');
			await expect(page.getByLabel('Tên tổ')).toHaveValue(name);
			await page.getByLabel('Tên tổ').fill(`${name} hai`);
			await page.getByRole('button', { name: 'Lập tổ này' }).click();
			await expect(heading(page)).toHaveText(`${name} hai`);
			await page.getByRole('button', { name: 'Làm mã mời' }).click();
			const code = await page.locator('.code').innerText();

			const own = await browser.newContext({ javaScriptEnabled });
			const phone = await own.newPage();
			await signUp(own, 'Ngô Thị Mai Hương');
			await phone.goto(`${site}/quan-tri`);
			await phone.getByRole('link', { name: 'Được mời vào tổ? Gõ mã mời' }).click();
			await phone.getByLabel('Mã mời').fill(code.toLowerCase());
			await phone.getByLabel('Số điện thoại').fill('091');
			await phone.getByRole('button', { name: 'Vào tổ' }).click();
			await expect(phone.getByRole('alert')).toContainText('Số điện thoại chưa đúng');
			await phone.getByLabel('Ai cử đi?').selectOption({ label: 'Hội Phụ nữ' });
			await phone.getByLabel('Số điện thoại').fill('+84 912 345 678');
			await phone.getByRole('button', { name: 'Vào tổ' }).click();
			await expect(phone.getByText('Đã vào tổ.')).toBeVisible();

			await page.goto(page.url());
			await expect(page.getByText('Ngô Thị Mai Hương').first()).toBeVisible();
			await expect(page.getByText('Chưa học xong bài giữ kín thông tin')).toBeVisible();
			await page.getByRole('link', { name: 'Sửa Ngô Thị Mai Hương' }).click();
			await page.getByLabel('Là tổ trưởng').check();
			await page.getByRole('button', { name: 'Lưu' }).click();
			await expect(page.getByText('Tổ trưởng', { exact: true })).toBeVisible();

			await phone.getByText('Rời tổ này').first().click();
			await phone.getByRole('button', { name: 'Rời tổ này' }).click();
			await expect(phone.getByText('Đã rời tổ.')).toBeVisible();
			await own.close();
		});

		test('a new member learns to keep people’s data before she sees a list, and comes back to it', async ({
			page,
			context
		}) => {
			await asTeamMember(context);
			await page.goto('/nguoi-hoc');
			await expect(heading(page)).toHaveText('Học bài này trước đã nhé');
			await finishFieldLesson(context);
			await page.getByRole('link', { name: 'Học xong rồi, xem lại' }).click();
			await expect(page.getByText('Đã học xong.')).toBeVisible();
			await page.getByRole('link', { name: 'Quay lại trang vừa rồi' }).click();
			await expect(heading(page)).toHaveText('Người học nhờ giúp');
		});
	});

test('officers compare how many are in the teams with a day before', async ({ page, context }) => {
	await asAdministrator(context);
	await page.goto('/to-cong-nghe/so-nguoi');
	await page.getByLabel('So với ngày nào?').fill('2025-04-30');
	await page.getByRole('button', { name: 'Xem số người' }).click();
	await expect(page.getByRole('heading', { level: 2 })).toContainText('Ngày 30/04/2025 có 0 người');
});
