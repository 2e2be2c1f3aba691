import { expect, test, type Page } from '@playwright/test';
import { asAdministrator, heading, signUp } from './support/people.ts';
import { answeredQuestions } from './support/question-figures.ts';

const site = process.env.SITE ?? '';

/** The rows of the tables that match, each cell as it reads. */
async function cellsOf(page: Page, rows: string): Promise<string[][]> {
	return page
		.locator(rows)
		.evaluateAll((all) =>
			all.map((row) => [...row.querySelectorAll('td.number')].map((cell) => cell.textContent.trim()))
		);
}

/** The cells of every page of the list, and what is said of each question. */
async function wholeList(page: Page): Promise<string[][]> {
	const further = page.getByRole('link', { name: 'Xem tiếp' });
	const lines: string[][] = [];
	for (;;) {
		const cells = await cellsOf(page, 'tbody tr');
		const said = await page
			.locator('td.says')
			.evaluateAll((all) => all.map((cell) => [...cell.children].map((each) => each.textContent).join(' ')));
		lines.push(...cells.map((line, i) => [...line, said[i] ?? '']));
		if (!(await further.isVisible())) return lines;
		await page.goto(new URL((await further.getAttribute('href')) ?? '', page.url()).href);
	}
}

/** The lines of a file behind a link. */
async function linesOf(page: Page, link: string): Promise<string[][]> {
	const href = await page.getByRole('link', { name: link }).getAttribute('href');
	const text = await (await page.request.get(`${site}${href}`)).text();
	return text
		.replace('\ufeff', '')
		.split('\r\n')
		.map((line) =>
			[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a?.replaceAll('""', '"') ?? b ?? '')
		);
}

test('an editor finds the question to look at, reads what to do, and takes the same figures away', async ({
	page,
	context
}) => {
	const { id } = await answeredQuestions(context);
	await page.goto('/quan-tri');
	await page.getByRole('link', { name: 'Câu hỏi và câu trả lời' }).click();
	await expect(heading(page)).toHaveText('Câu hỏi và câu trả lời');
	await expect(page.getByText('Tính đến')).toBeVisible();
	// The server counts every five minutes what others have answered; a list and a file of different moments differ.
	await expect(async () => {
		await page.goto('/bien-tap/cau-hoi');
		const inFile = (await linesOf(page, 'Tải danh sách (CSV)')).slice(1, -1);
		const listed = await wholeList(page);
		expect(listed.length).toBeGreaterThan(1);
		expect(inFile.map((line) => [...line.slice(5, 12), line.at(-1)])).toEqual(listed);
	}).toPass({ timeout: 60_000 });

	await page.goto(`/bien-tap/cau-hoi/${id}`);
	await expect(heading(page)).toHaveText(`Câu ${id}`);
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
	const file = await linesOf(page, 'Tải các con số (CSV)');
	const figures = (await cellsOf(page, 'section table:not(.table table) tbody tr')).flat();
	expect(file.slice(1, 3).flatMap((line) => line.slice(3, 15))).toEqual(figures);
	const options = await cellsOf(page, 'section .table tbody tr');
	expect(file.slice(5, -1).map((line) => line.slice(6))).toEqual(options);
});

test('without a script the filters work, and nobody else gets in', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await asAdministrator(context);
	await page.goto(`${site}/bien-tap/cau-hoi`);
	await page.getByLabel('Điều cần xem').selectOption({ label: 'Bài giống nhau trong một buổi' });
	await page.getByRole('button', { name: 'Lọc' }).click();
	await expect(page.getByText('Không có câu nào như vậy')).toBeVisible();
	await page.getByRole('link', { name: 'Bỏ lọc' }).click();
	await expect(page).toHaveURL(/\/bien-tap\/cau-hoi$/);

	const stranger = await browser.newContext({ javaScriptEnabled: false });
	await signUp(stranger);
	const answer = await (await stranger.newPage()).goto(`${site}/bien-tap/cau-hoi`);
	expect(answer?.status()).toBe(403);
});
