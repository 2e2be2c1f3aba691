import { expect, test, type Page } from '@playwright/test';
import { rightInLessons, plain } from './support/answers.ts';
import { callApi, courseId, heading, password, signUp } from './support/people.ts';

const lesson = `/khoa-hoc/${courseId}/ba-dau-hieu`;

interface Own {
	learner: { known: boolean };
	courses: { lessons: { state: string }[] }[];
}

/** Marks the right choice of the first question and presses send. */
async function sendFirstAnswer(page: Page): Promise<void> {
	const question = page.locator('[data-question]').first();
	for (const label of await question.locator('label.option').all())
		if (rightInLessons.has(plain(await label.innerText()))) await label.click();
	await question.getByRole('button', { name: 'Gửi câu trả lời' }).click();
}

const hasBegun = async (page: Page) => (await callApi<Own>(page.context(), '/me/progress')).courses.length > 0;

test('a family changes places on one phone, and what waited offline never lands with another', async ({
	page,
	context
}) => {
	await signUp(context, 'Nguyễn Thị Lan');
	await signUp(context, 'Lê Văn Hùng');

	// Hùng answers while the network is gone: it stays on the phone.
	const asked = page.waitForResponse(/\/api\/me\/progress/);
	await page.goto(lesson);
	await asked;
	await context.setOffline(true);
	await sendFirstAnswer(page);
	await expect(page.getByText('Mất mạng.').first()).toBeVisible();

	// The phone is handed to Lan before his answer could be sent: two taps and her password.
	await page.route('**/answers', (route) => route.abort());
	await context.setOffline(false);
	await page.getByRole('link', { name: 'Đổi người học' }).first().click();
	await expect(page.getByRole('link', { name: /L. V. Hùng/ })).toContainText('Đang học');
	await page.getByRole('link', { name: 'N. T. Lan' }).click();
	await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Vào học' }).click();
	await expect(heading(page)).toContainText('Nguyễn Thị Lan');
	await page.unroute('**/answers');
	const refused = page.waitForResponse(/\/answers$/);
	await page.goto(lesson);
	expect((await refused).status()).toBe(409);
	expect(await hasBegun(page)).toBe(false);

	// Hùng comes back, and so does his answer.
	await page.goto('/doi-nguoi');
	await page.getByRole('link', { name: /L. V. Hùng/ }).click();
	await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
	const taken = page.waitForResponse(/\/answers$/);
	await page.getByRole('button', { name: 'Vào học' }).click();
	expect((await taken).status()).toBe(200);
	expect(await hasBegun(page)).toBe(true);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('somebody new begins without an account, and the former learner finds her own again', async ({ page }) => {
		await page.goto(lesson);
		await sendFirstAnswer(page);
		await expect(page.getByText('Đúng rồi!').first()).toBeVisible();
		await page.goto('/cua-toi');
		await page.getByRole('link', { name: 'Đổi người học' }).click();
		await page.getByRole('button', { name: 'Học không cần tài khoản' }).click();
		await expect(page).toHaveURL(/\/$/);
		expect(await hasBegun(page)).toBe(false);

		await page.goto('/doi-nguoi');
		await page.getByRole('button', { name: /Người học số 1/ }).click();
		await expect(page).toHaveURL(new RegExp(courseId));
		expect(await hasBegun(page)).toBe(true);
	});

	test('a name is forgotten when its owner wants it', async ({ page, context }) => {
		await signUp(context, 'Y Bhin Niê');
		await page.goto('/doi-nguoi');
		await page.getByRole('button', { name: 'Người khác, có tài khoản' }).click();
		await expect(heading(page)).toHaveText('Đăng nhập để học tiếp');
		await page.goto('/doi-nguoi');
		await page.getByRole('link', { name: 'Y. B. Niê' }).click();
		await page.getByText('Quên tên tôi trên máy này').click();
		await page.getByRole('button', { name: 'Quên tên này' }).click();
		await expect(page.getByText('Máy này không còn nhớ tên ấy nữa.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Y. B. Niê' })).toHaveCount(0);
	});
});
