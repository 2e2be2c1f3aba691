import { expect, test } from '@playwright/test';
import { a4, coloured, printed } from './support/printed.ts';
import { callApi, courseId, holdClass } from './support/people.ts';

// As wide as the paper: what does not fit there would be cut.
test.use({ viewport: { width: 794, height: 1123 } });

test('no card of any lesson of the course is cut', async ({ page }) => {
	const { lessons } = await callApi<{ lessons: { id: string }[] }>(page.context(), `/courses/${courseId}`);
	await page.emulateMedia({ media: 'print' });
	for (const { id } of lessons) {
		await page.goto(`/khoa-hoc/${courseId}/${id}/the-buoc`);
		const cut = await page
			.locator('.half')
			.evaluateAll((all) =>
				all.filter((each) => each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent)
			);
		expect(cut, id).toEqual([]);
	}
});

test('step cards print two on a sheet of A4, each with a code that leads back', async ({ page }) => {
	await page.goto(`/khoa-hoc/${courseId}/ba-dau-hieu/the-buoc`);
	const cards = page.locator('.half');
	const count = await cards.count();
	expect(count).toBeGreaterThan(8);
	await expect(page.locator('.half .qr')).toHaveCount(count);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
	await expect.poll(() => coloured(page)).toEqual([]);
	expect(await printed(page)).toEqual({ pages: Math.ceil(count / 2), sizes: a4 });
});

test('answer cards print on three sheets, in letters that are seen across the room', async ({ page }) => {
	await page.goto('/the-tra-loi');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.sign')).toHaveText(['A', 'B', 'C', 'D', 'Đúng', 'Sai']);
	const heights = await page
		.locator('.sign')
		.evaluateAll((all) => all.map((each) => parseFloat(getComputedStyle(each).fontSize)));
	expect(Math.min(...heights)).toBeGreaterThan(150);
	expect(await printed(page)).toEqual({ pages: 3, sizes: a4 });
});

test('the sheets of a session print on two pages, with a code for the wall and one for the lesson', async ({
	page,
	context
}) => {
	const lesson = { courseId, lessonId: 'ba-dau-hieu' };
	const { id } = await holdClass(context, { ...lesson, topic: 'Gọi video cho con cháu' });
	await page.goto(`/lop/${id}/giay`);
	await expect(page.locator('.qr')).toHaveCount(2);
	expect(await printed(page)).toEqual({ pages: 2, sizes: a4 });
});
