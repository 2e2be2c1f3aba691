import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { questionTypes } from '../../src/question-types/index.ts';
import { answerRightly, quizForm } from './support/answers.ts';
import { callApi, courseId, heading } from './support/people.ts';

interface Attempt {
	id: string;
	questions: { id: string; type: string }[];
}

interface Steps {
	/** With the question on the page of its own. */
	asked(attempt: string, position: number): Promise<void>;
	/** After the end of each attempt. */
	explained?(attempt: string, positions: number[]): Promise<void>;
}

/** Begins quizzes, which ask what was not asked before, until there was one question of each of these kinds or ids. */
async function eachOf(context: BrowserContext, wanted: readonly string[], { asked, explained }: Steps): Promise<void> {
	const left = new Set(wanted);
	for (let attempts = 0; left.size > 0; attempts++) {
		expect(attempts, `never asked: ${[...left].join(', ')}`).toBeLessThan(12);
		const { id, questions } = await callApi<Attempt>(context, `/courses/${courseId}/attempts`, {});
		const positions = questions.flatMap((each, at) => (left.delete(each.type) || left.delete(each.id) ? at + 1 : []));
		for (const position of positions) await asked(id, position);
		await callApi(context, `/attempts/${id}/finish`, { finishUnanswered: true });
		await explained?.(id, positions);
	}
}

const kinds = questionTypes.map(({ name }) => name);
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a question of each kind is answered by keyboard, and kept', async ({ page, context }) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ ...(page.viewportSize() ?? { height: 780 }), width: 320 });
		await eachOf(context, kinds, {
			async asked(attempt, position) {
				await page.goto(`/lam-bai/${attempt}?cau=${position}`);
				expect(await sideways(page), await heading(page).innerText()).toBe(0);
				await answerRightly(page);
				await quizForm(page).getByRole('button', { name: 'Trả lời câu này' }).press('Enter');
				await expect(page).not.toHaveURL(new RegExp(`cau=${position}$`));
				await page.goto(`/lam-bai/${attempt}?cau=xem-lai`);
				const listed = page.locator('.answers > li').nth(position - 1);
				await expect(listed.locator('.answer li').first()).not.toBeEmpty();
			},
			async explained(attempt, positions) {
				await page.goto(`/lam-bai/${attempt}/ket-qua`);
				for (const position of positions)
					await expect(page.getByText(`Câu ${position}: đúng`, { exact: true })).toBeVisible();
				expect(await sideways(page)).toBe(0);
			}
		});
	});
});

test('each kind, asked and explained, is clean for axe', async ({ page, context }) => {
	test.setTimeout(240_000);
	const clean = async () => {
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
	};
	await eachOf(context, kinds, {
		async asked(attempt, position) {
			await page.goto(`/lam-bai/${attempt}?cau=${position}`);
			await clean();
		},
		async explained(attempt) {
			await page.goto(`/lam-bai/${attempt}/ket-qua`);
			await clean();
		}
	});
});

test('of a story only the steps that were come to are asked', async ({ page, context }) => {
	await eachOf(context, ['scenario'], {
		async asked(attempt, position) {
			await page.goto(`/lam-bai/${attempt}?cau=${position}`);
			const step = (number: number) => quizForm(page).locator(`[data-field="step-${number}"]`);
			await expect(quizForm(page).locator('[data-field]:visible')).toHaveCount(1);
			await step(1).locator('input[data-leads-to="step-2"]').check();
			await expect(step(2)).toBeVisible();
			await step(1).locator('input[data-leads-to=""]').check();
			await expect(step(2)).toBeHidden();
		}
	});
});

test('a place that is pressed on a picture presses its box', async ({ page, context }) => {
	await eachOf(context, ['q-duong-dan-9'], {
		async asked(attempt, position) {
			await page.goto(`/lam-bai/${attempt}?cau=${position}`);
			const box = quizForm(page).locator('input[value="b"]');
			const place = page.locator('[data-presses][data-value="b"] rect');
			await place.click();
			await expect(box).toBeChecked();
			await place.click();
			await expect(box).not.toBeChecked();
		}
	});
});
