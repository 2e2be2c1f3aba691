import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { questionTypes } from '../../src/question-types/index.ts';
import { fillInForm, rightResponse } from './support/answers.ts';
import { callApi, heading, password, signUp, takeQuiz } from './support/people.ts';
import { letANightPass, missedDaysAgo } from './support/review.ts';

interface Result {
	questions: { type: string; correct: boolean }[];
}

const asked = (page: Page) => page.locator('form[action="?/answer"]');
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Answers what stands on the page rightly, by keyboard alone. */
async function answerRightly(page: Page): Promise<void> {
	const form = asked(page);
	const id = await form.locator('input[name=question]').getAttribute('value');
	await fillInForm(form, await rightResponse(id ?? ''));
	await form.getByRole('button', { name: 'Trả lời câu này' }).press('Enter');
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('what was missed is reviewed by keyboard on a narrow phone, and says when it comes back', async ({
		page,
		context
	}) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await missedDaysAgo(context, 3);
		await page.goto('/cua-toi');
		await expect(page.getByRole('heading', { name: 'Ôn lại: 3 câu, khoảng 1 phút' })).toBeVisible();
		await page.getByRole('link', { name: 'Ôn lại', exact: true }).press('Enter');
		await expect(page.getByText('Ôn lại: Câu 1 trên 3')).toBeVisible();
		expect(await sideways(page)).toBe(0);
		await asked(page).getByRole('button', { name: 'Trả lời câu này' }).press('Enter');
		await expect(page.getByRole('alert')).toContainText('Chưa biết thì bấm “Chưa biết”.');

		await answerRightly(page);
		await expect(heading(page)).toHaveText('Đúng rồi!');
		await expect(page.getByText(/Câu này sẽ hỏi lại từ ngày \d\d\/\d\d\/\d{4}\./)).toBeVisible();
		await expect(page.getByRole('link', { name: /Có trong bài/ })).toHaveAttribute(
			'href',
			'/khoa-hoc/an-toan-so/ba-dau-hieu'
		);
		expect(await sideways(page)).toBe(0);
		await page.getByRole('link', { name: 'Câu tiếp theo' }).press('Enter');
		await expect(page.getByText('Ôn lại: Câu 2 trên 3')).toBeVisible();
		await asked(page).getByRole('button', { name: 'Chưa biết' }).press('Enter');
		await expect(heading(page)).toHaveText('Không sao. Xem câu trả lời nhé.');
		await expect(page.getByText('Ý đúng', { exact: true }).first()).toBeVisible();
		await page.getByRole('link', { name: 'Câu tiếp theo' }).press('Enter');
		await answerRightly(page);
		await expect(page.getByRole('status')).toContainText('Ôn xong rồi');

		await page.goto('/on-lai');
		await expect(heading(page)).toHaveText('Hôm nay không có câu nào cần ôn');
		await expect(page.getByText(/Có câu để ôn từ ngày \d\d\/\d\d\/\d{4}\./)).toBeVisible();
		await page.goto('/cua-toi');
		await expect(page.getByRole('heading', { name: /^Ôn lại/ })).toHaveCount(0);
	});

	test('one stops anywhere and goes on with another phone; what was sent twice counts once', async ({
		page,
		context,
		browser
	}) => {
		const { username } = await signUp(context);
		await missedDaysAgo(context, 3);
		await page.goto('/on-lai');
		await answerRightly(page);
		await expect(heading(page)).toHaveText('Đúng rồi!');
		await page.reload();
		await expect(page.getByText('Lần trả lời đầu tiên mới tính.')).toBeVisible();
		await page.getByRole('link', { name: 'Dừng ở đây, hôm khác học tiếp' }).click();
		await expect(page).toHaveURL(/\/cua-toi$/);

		const other = await browser.newContext({ javaScriptEnabled: false });
		await callApi(other, '/session', { identifier: username, password });
		const second = await other.newPage();
		await second.goto('/on-lai');
		await expect(second.getByText('Ôn lại: Câu 2 trên 3')).toBeVisible();
		await other.close();
	});

	test('questions of every kind are reviewed by keyboard on a narrow phone', async ({ page, context }) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ width: 320, height: 640 });
		const left = new Set(questionTypes.map(({ name }) => name));
		const unmissed = new Set(left);
		for (let quizzes = 0; unmissed.size > 0; quizzes++) {
			expect(quizzes, `never missed: ${[...unmissed].join(', ')}`).toBeLessThan(20);
			const { questions } = await callApi<Result>(context, `/attempts/${await takeQuiz(context, false)}/result`);
			for (const { type, correct } of questions) if (!correct) unmissed.delete(type);
		}
		letANightPass();
		for (let turns = 0; left.size > 0; turns++) {
			expect(turns, `never asked: ${[...left].join(', ')}`).toBeLessThan(200);
			const { question } = await callApi<{ question: { type: string } }>(context, '/me/review/question');
			await page.goto('/on-lai');
			if (!left.delete(question.type)) {
				await asked(page).getByRole('button', { name: 'Chưa biết' }).click();
				await expect(heading(page)).toHaveText('Không sao. Xem câu trả lời nhé.');
				continue;
			}
			expect([question.type, await sideways(page)]).toEqual([question.type, 0]);
			await answerRightly(page);
			await expect(heading(page)).toHaveText('Đúng rồi!');
			expect([question.type, await sideways(page)]).toEqual([question.type, 0]);
		}
	});

	test('where nothing was missed it says what will be there', async ({ page }) => {
		await page.goto('/on-lai');
		await expect(heading(page)).toHaveText('Hôm nay không có câu nào cần ôn');
		await expect(page.getByRole('link', { name: 'Học tiếp' })).toBeVisible();
	});
});

test('the home page and the lessons offer it as soon as something is due, in both languages', async ({
	page,
	context
}) => {
	await page.goto('/');
	await expect(page.locator('[data-review]')).toBeHidden();
	await missedDaysAgo(context, 4);
	for (const [path, title] of [
		['/', 'Ôn lại: 4 câu, khoảng 2 phút'],
		['/bai-hoc', 'Ôn lại: 4 câu, khoảng 2 phút'],
		['/en', 'Questions to review: 4, about 2 min']
	] as const) {
		await page.goto(path);
		await expect(page.getByRole('heading', { name: title })).toBeVisible();
	}
	await page.getByRole('link', { name: 'Review them' }).click();
	await expect(page).toHaveURL(/\/en\/on-lai$/);
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Answer this question' }).click();
	await expect(page.getByRole('link', { name: 'Next question' })).toBeVisible();
	await expect(heading(page)).toBeFocused();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
	}
});
