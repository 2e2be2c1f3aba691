import { expect, test, type Page } from '@playwright/test';
import { plain } from './support/answers.ts';
import { writeDown } from './support/helped.ts';
import { callApi } from './support/people.ts';
import { finalTest, placement, printPaper, quiz } from './support/papers.ts';
import { a4, coloured, printed } from './support/printed.ts';

interface Key {
	versions: {
		code: string;
		questions: { number: number; id: string; answers: { right: string[]; text: string[]; explanations: string[] }[] }[];
	}[];
}

// As wide as the paper: what does not fit there would be cut.
test.use({ viewport: { width: 794, height: 1123 } });

/** The smallest letters that are printed, in points; those of a drawing by how large it is drawn. */
function smallest(page: Page): Promise<number> {
	return page.locator('.sheet').evaluateAll((sheets) => {
		const sizes = sheets.flatMap((sheet) =>
			[...sheet.querySelectorAll<HTMLElement>('*')].flatMap((each) => {
				const said = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
				if (!said || each.getClientRects().length === 0) return [];
				const drawing = each.closest('svg');
				const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
				return [(parseFloat(getComputedStyle(each).fontSize) * scale * 3) / 4];
			})
		);
		return Math.min(...sizes);
	});
}

/** What sticks out of the paper to the right. */
const cut = (page: Page) =>
	page.locator('.sheet *').evaluateAll((all) => {
		const edge = Math.max(...all.map((each) => each.closest('.sheet')?.getBoundingClientRect().right ?? 0));
		return all
			.filter((each) => each.getBoundingClientRect().right > edge + 1)
			.map((each) => each.outerHTML.slice(0, 80));
	});

for (const [name, part, pages] of [
	['a final test in two versions', { ...finalTest, versions: 2 }, { normal: [6, 14], large: [16, 34] }],
	['a quiz', quiz, { normal: [2, 6], large: [4, 14] }],
	['a placement', placement, { normal: [4, 8], large: [6, 16] }]
] as const)
	for (const size of ['normal', 'large'] as const)
		test(`${name} prints on A4, every question once, without its key (${size})`, async ({ page, context }) => {
			const { id } = await printPaper(context, part);
			const key = await callApi<Key>(context, `/papers/${id}/key`);
			await page.goto(`/in-de/${id}/de${size === 'large' ? '?co=to' : ''}`);
			await page.emulateMedia({ media: 'print' });
			const pdf = await printed(page);
			expect(pdf.sizes).toEqual(a4);
			expect(pdf.pages).toBeGreaterThanOrEqual(pages[size][0]);
			expect(pdf.pages).toBeLessThanOrEqual(pages[size][1]);
			const shown = await page
				.locator('[data-question]')
				.evaluateAll((all) => all.map((each) => each.getAttribute('data-question')));
			expect(shown).toEqual(key.versions.flatMap(({ questions }) => questions.map((question) => question.id)));
			const perVersion = key.versions[0]?.questions.map((question) => question.id) ?? [];
			expect(new Set(perVersion).size).toBe(perVersion.length);
			const html = await page.content();
			for (const { questions } of key.versions)
				for (const { answers } of questions)
					for (const { explanations } of answers)
						for (const each of explanations) expect(html).not.toContain(each.replace(/<[^>]*>/g, ''));
			expect(await cut(page)).toEqual([]);
			await expect.poll(() => coloured(page)).toEqual([]);
			expect(await smallest(page)).toBeGreaterThanOrEqual(size === 'large' ? 18 : 10);
		});

for (const size of ['', '?co=to'])
	test(`the key names the letters that stand before the right words on the sheets${size}`, async ({
		page,
		context
	}) => {
		const { id, codes } = await printPaper(context, { ...finalTest, versions: 2 });
		await page.goto(`/in-de/${id}/de`);
		const printedWords = await page
			.locator('.sheet:has([data-question])')
			.evaluateAll((sheets) =>
				sheets.map((sheet) =>
					Object.fromEntries(
						[...sheet.querySelectorAll('[data-question]')].map((question) => [
							question.getAttribute('data-question'),
							[...question.querySelectorAll('.part')].map((part) =>
								Object.fromEntries(
									[...part.querySelectorAll('[data-mark]')].map((option) => [
										option.getAttribute('data-mark'),
										option.querySelector('span')?.textContent?.split('→')[0]?.replace(/\s+/g, ' ').trim()
									])
								)
							)
						])
					)
				)
			);
		expect(printedWords).toHaveLength(codes.length);
		const { versions } = await callApi<Key>(context, `/papers/${id}/key`);
		await page.goto(`/in-de/${id}/dap-an${size}`);
		await page.emulateMedia({ media: 'print' });
		expect((await printed(page)).sizes).toEqual(a4);
		expect(await smallest(page)).toBeGreaterThanOrEqual(size === '' ? 10 : 18);
		expect(await cut(page)).toEqual([]);
		let compared = 0;
		for (const [at, { questions }] of versions.entries())
			for (const { id: questionId, answers } of questions) {
				const row = page.locator('.sheet').nth(at).locator(`[data-key="${questionId}"]`);
				for (const [part, { right, text }] of answers.entries()) {
					if (right.length === 0) continue;
					await expect(row.locator('[data-right]').nth(part)).toHaveText(right.join(', '));
					const lists = printedWords[at]?.[questionId] ?? [];
					// A list that several parts share is printed with the first of them.
					const list = [lists[part], ...lists].find((each) => each && Object.keys(each).length > 0);
					// Places in an order stand for themselves.
					const words = right.map((mark) => (list ? list[mark] : mark));
					expect(words).toEqual(text.map((each) => plain(each.replace(/<[^>]*>/g, '').replace(/^\(\d+\) /, ''))));
					compared++;
				}
			}
		expect(compared).toBeGreaterThan(30);
	});

test('a helper chooses what to print, prints it, and types a sheet in by keyboard', async ({ page, context }) => {
	const { learner } = await writeDown(context);
	await page.goto('/in-de');
	await page.getByRole('link', { name: 'Tạo đề mới' }).click();
	await page.goto('/in-de/moi?tim=thon+thuong');
	await page.getByRole('button', { name: 'Tạo đề và xem trước' }).click();
	await expect(page.getByRole('alert')).toContainText('Chọn một bài để in');
	await page.getByLabel('In bài nào').selectOption({ label: 'Bài đánh giá cuối: an toàn số cho người dân' });
	await page.getByLabel('Dùng ở đâu').selectOption('mau-dong-sen-thuong');
	await page.getByLabel('Số mã đề').selectOption('2');
	await page.getByRole('radio', { name: /To, cho mắt kém/ }).check();
	await page.getByRole('button', { name: 'Tạo đề và xem trước' }).click();
	await expect(page.locator('.sheet.large')).toHaveCount(4);
	const id = /in-de\/([^/]+)\/de/.exec(page.url())?.[1] ?? '';
	const { versions } = await callApi<Key>(context, `/papers/${id}/key`);
	await page.goto(`/in-de/${id}`);
	await page.getByRole('link', { name: `Mã đề ${versions[1]?.code}` }).click();
	await page.getByLabel('Người học đã ghi trong danh sách').selectOption(learner.id);
	await page
		.getByLabel(/^Câu 1[:,]/)
		.first()
		.focus();
	for (const { answers } of versions[1]?.questions ?? [])
		for (const { right, text } of answers) {
			await page.keyboard.type(right.length > 0 ? right.join('') : (text[0] ?? '').replace(/<[^>]*>/g, ''));
			await page.keyboard.press('Tab');
		}
	await page.getByLabel('Đã xem giấy tờ của người này').check();
	await page.getByRole('button', { name: 'Chấm và lưu bài này' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Đúng 20/20' })).toBeVisible();
	await page.getByLabel(/^Câu 1:/).fill('Z');
	await page.getByLabel('Hoặc họ tên viết trên giấy').fill('Bà Năm');
	await page.getByRole('button', { name: 'Chấm và lưu bài này' }).click();
	await expect(page.getByRole('alert')).toContainText('Câu 1');
	await expect(page.getByLabel('Hoặc họ tên viết trên giấy')).toHaveValue('Bà Năm');
	await page.goto(`/in-de/${id}`);
	await expect(page.getByRole('article')).toContainText(['Đạt: Sử dụng tốt']);
});
