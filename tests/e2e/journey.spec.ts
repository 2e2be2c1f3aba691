import { expect, test, type Locator, type Page } from '@playwright/test';
import { textOfPdf } from '../support/pdf-text.ts';
import { answerRightly, plain, rightInLessons } from './support/answers.ts';
import { callApi, courseId, heading, newUsername, password } from './support/people.ts';

const firstLesson = `/khoa-hoc/${courseId}/ba-dau-hieu`;

/** Presses a control the way the test's person does: with a finger or mouse, or by keyboard. */
type Press = (page: Page, role: 'button' | 'link', name: string | RegExp) => Promise<void>;

const byPointer: Press = (page, role, name) => page.getByRole(role, { name }).first().click();

/** Reaches a control with Tab alone, as somebody without a mouse does, and presses Enter. */
const byKeyboard: Press = async (page, role, name) => {
	const target = page.getByRole(role, { name }).first();
	await target.waitFor();
	for (let presses = 0; presses < 150; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) {
			await page.keyboard.press('Enter');
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reached ${name}`);
};

/** Chooses in the form of a lesson the option that an editor marked as right. */
async function chooseRight(form: Locator, right = rightInLessons): Promise<void> {
	for (const label of await form.locator('label.option').all()) {
		if (!right.has(plain(await label.innerText()))) continue;
		const radio = label.locator('input');
		// A page that is still coming takes the focus to its own place once more; a second press changes nothing.
		await expect(async () => {
			await radio.press('Space');
			await expect(radio).toBeChecked({ timeout: 1_000 });
		}).toPass();
		return;
	}
	throw new Error(`no right option among: ${await form.innerText()}`);
}

/** From the home page to the first lesson, by what the pages offer. */
async function findFirstLesson(page: Page, press: Press): Promise<void> {
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Muốn học để làm gì?' })).toBeVisible();
	await press(page, 'link', /Việc nhà, buôn bán, làm nông/);
	await expect(page).toHaveURL(/\/chuong-trinh\/nguoi-dan/);
	await expect(page.getByText('Học xong sẽ làm được').first()).toBeVisible();
	await press(page, 'link', /Bắt đầu khóa đầu tiên/);
	await expect(page).toHaveURL(new RegExp(`/khoa-hoc/${courseId}$`));
	await press(page, 'link', /Bắt đầu bài 1/);
	await expect(page).toHaveURL(new RegExp(firstLesson));
}

/** Sends the right answer to one check question. */
async function answer(question: Locator, send: 'click' | 'Enter'): Promise<void> {
	await chooseRight(question);
	const button = question.getByRole('button', { name: 'Gửi câu trả lời' });
	await (send === 'click' ? button.click() : button.press('Enter'));
}

/** Answers every question of the lesson; each is explained at once, and the lesson counts in the end. */
async function finishLesson(page: Page, send: 'click' | 'Enter'): Promise<void> {
	const questions = page.locator('[data-question]');
	const ids = await questions.evaluateAll((all) => all.map((each) => each.getAttribute('data-question')));
	expect(ids).toHaveLength(4);
	for (const id of ids) {
		const question = page.locator(`[data-question="${id}"]`);
		await answer(question, send);
		await expect(question.getByText('Đúng rồi!').first()).toBeVisible();
	}
	// Nobody reads six minutes in a few seconds: two more questions, no blame.
	await expect(page.getByText('Trả lời thêm hai câu để ghi nhận bài.').first()).toBeVisible();
	for (const left of [2, 1]) {
		const further = page.locator('[data-standing] [data-question]', {
			has: page.getByRole('button', { name: 'Gửi câu trả lời' })
		});
		await expect(further).toHaveCount(left);
		await answer(further.first(), send);
	}
	await expect(page.getByText('Xong bài này rồi!').first()).toBeVisible();
	await page.goto('/hoc-tiep');
	await expect(page).toHaveURL(/\/gia-cong-an$/);
}

async function takeWholeQuiz(page: Page, press: Press): Promise<void> {
	await page.goto(`/khoa-hoc/${courseId}/kiem-tra`);
	await press(page, 'button', 'Bắt đầu làm bài');
	for (let n = 0; n < 10; n++) {
		await expect(page.getByText(`Câu ${n + 1} trên 10`).first()).toBeVisible();
		await answerRightly(page);
		await press(page, 'button', 'Trả lời câu này');
	}
	await expect(heading(page)).toHaveText('Xem lại rồi nộp bài');
	await press(page, 'button', 'Nộp bài');
	await expect(heading(page)).toHaveText('Được 10/10. Qua bài rồi!');
}

/** From a passed quiz to a record, with the name confirmed; returns its code. */
async function takeRecord(page: Page, press: Press, name: string): Promise<string> {
	await press(page, 'link', 'Nhận giấy xác nhận');
	await page.getByLabel('Họ và tên trên giấy xác nhận').fill(name);
	await press(page, 'button', 'Xem trước giấy');
	await expect(heading(page)).toContainText(name);
	await press(page, 'button', 'Đúng rồi, cấp giấy');
	await expect(page).toHaveURL(/\/giay-xac-nhan\/[0-9A-Z-]{17,}/);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function verifies(page: Page, code: string, masked: string): Promise<void> {
	const response = await page.goto(`/xac-minh/${code}`);
	expect(
		response?.headers()['x-robots-tag'] ?? (await page.locator('meta[name=robots]').getAttribute('content'))
	).toContain('noindex');
	await expect(heading(page)).toHaveText('Giấy này là thật');
	await expect(page.getByText(masked)).toBeVisible();
}

test('learns a lesson, passes the quiz and holds a record that anyone can verify', async ({ page, browser }) => {
	await findFirstLesson(page, byPointer);
	await finishLesson(page, 'click');
	await takeWholeQuiz(page, byPointer);
	const code = await takeRecord(page, byPointer, 'Nguyễn Thị Lan');

	const address = await page.getByRole('link', { name: /Tải giấy/ }).getAttribute('href');
	const pdf = await page.request.get(address ?? '');
	expect(pdf.headers()['content-type']).toBe('application/pdf');
	const text = textOfPdf(await pdf.body())
		.map(({ text }) => text)
		.join(' ');
	expect(text).toContain('Nguyễn Thị Lan');
	expect(text).toContain('GIẤY XÁC NHẬN HOÀN THÀNH');
	expect(text).toContain(code);

	const stranger = await browser.newPage();
	await verifies(stranger, code, 'Nguyễn Thị L.');
	expect(await stranger.locator('body').innerText()).not.toContain('Nguyễn Thị Lan');
	await stranger.close();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole journey can be gone', async ({ page }) => {
		await findFirstLesson(page, byPointer);
		await finishLesson(page, 'click');
		await takeWholeQuiz(page, byPointer);
		const code = await takeRecord(page, byPointer, 'Giàng A Páo');
		await verifies(page, code, 'Giàng A P.');
	});
});

test.describe('by keyboard alone', () => {
	test('the whole journey can be gone', async ({ page }) => {
		test.setTimeout(120_000);
		await findFirstLesson(page, byKeyboard);
		await finishLesson(page, 'Enter');
		await takeWholeQuiz(page, byKeyboard);
		const code = await takeRecord(page, byKeyboard, "H'Hen Niê");
		await verifies(page, code, "H'H. Niê");
	});
});

test('a view makes nobody known; the first answer makes the device a learner', async ({ page, context }) => {
	await page.goto(firstLesson);
	await page.goto('/');
	expect(await callApi(context, '/me/progress')).toMatchObject({ learner: { known: false } });
	await page.goto(firstLesson);
	const form = page.locator('form[action*="answer"]').first();
	await chooseRight(form);
	await form.getByRole('button', { name: 'Gửi câu trả lời' }).click();
	await expect(page.getByText(/^Đúng rồi/).first()).toBeVisible();
	const device = (await context.cookies()).find(({ name }) => name === 'may');
	expect(device).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
	expect(await callApi(context, '/me/progress')).toMatchObject({ learner: { known: true } });
});

test('a quiz survives a closed browser and a lost connection', async ({ page, context }) => {
	await page.goto(`/khoa-hoc/${courseId}/kiem-tra`);
	await byPointer(page, 'button', 'Bắt đầu làm bài');
	await answerRightly(page);
	await byPointer(page, 'button', 'Trả lời câu này');
	await expect(page.getByText('Câu 2 trên 10').first()).toBeVisible();
	await page.close();

	const again = await context.newPage();
	await again.goto('/hoc-tiep');
	await expect(again.getByText('Câu 2 trên 10').first()).toBeVisible();
	await context.setOffline(true);
	await answerRightly(again);
	await again.getByRole('button', { name: 'Trả lời câu này' }).click();
	await expect(again.getByText('Mất mạng').first()).toBeVisible();
	await context.setOffline(false);
	await expect(again.getByText('Câu 3 trên 10').first()).toBeVisible();
	await again.goto('/hoc-tiep');
	await expect(again.getByText('Câu 3 trên 10').first()).toBeVisible();
});

test('answers given without a network are kept on the phone and sent by themselves', async ({ page, context }) => {
	await page.goto(firstLesson);
	await context.setOffline(true);
	const form = page.locator('form[action*="answer"]').first();
	await chooseRight(form);
	await form.getByRole('button', { name: 'Gửi câu trả lời' }).click();
	await expect(page.getByText('Đã giữ câu trả lời trên máy. Có mạng sẽ tự gửi.').first()).toBeVisible();
	await context.setOffline(false);
	await expect
		.poll(async () => (await callApi<{ learner: { known: boolean } }>(context, '/me/progress')).learner.known, {
			timeout: 20_000
		})
		.toBe(true);
});

test('somebody signs up, signs out, signs in again, and is asked whose learning is on this phone', async ({
	page,
	context
}) => {
	const username = newUsername();
	await page.goto('/dang-ky');
	await page.getByLabel('Họ và tên').fill('Y Bhin Niê');
	await page.getByLabel('Năm sinh').fill('1964');
	await page.getByText('Không có số điện thoại?').click();
	await page.getByLabel('Tên đăng nhập').fill(username);
	await page.getByLabel('Đặt mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Tạo tài khoản' }).last().click();
	await expect(heading(page)).toContainText('Y Bhin Niê');

	await page.goto('/dang-xuat');
	await byPointer(page, 'button', 'Ra khỏi tài khoản');
	await page.goto(firstLesson);
	const form = page.locator('form[action*="answer"]').first();
	await chooseRight(form);
	await form.getByRole('button', { name: 'Gửi câu trả lời' }).click();
	await expect(page.getByText(/^Đúng rồi/).first()).toBeVisible();

	await page.goto('/dang-nhap');
	await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(username.toUpperCase());
	await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này');
	await byPointer(page, 'button', 'Vào học');
	await expect(page.getByRole('alert')).toContainText('mật khẩu chưa đúng');
	await expect(page.getByLabel('Số điện thoại hoặc tên đăng nhập')).toHaveValue(username.toUpperCase());
	await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
	await byPointer(page, 'button', 'Vào học');
	await expect(heading(page)).toHaveText('Phần học trên máy này là của Y Bhin Niê?');
	await byPointer(page, 'button', /Đúng, của tôi/);
	await page.goto('/cua-toi');
	await expect(page.getByText('An toàn số', { exact: false }).first()).toBeVisible();
	expect(await callApi(context, '/me/progress')).toMatchObject({ learner: { known: true }, courses: [{ courseId }] });
});
