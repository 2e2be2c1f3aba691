import { expect, test, type Page } from '@playwright/test';
import {
	aClerk,
	aDraft,
	anOffice,
	asOfficerOf,
	passQuizHere,
	showsSoon,
	site,
	somethingSent
} from './support/assigning.ts';
import { courseId, heading } from './support/people.ts';

const main = (page: Page) => page.getByRole('main');

/** The lines of a table on the page, and of a file of comma-separated values, as lists of words. */
async function matrixOn(page: Page): Promise<string[][]> {
	return page
		.locator('.matrix tr')
		.evaluateAll((rows) =>
			rows.map((row) =>
				[...row.children].map((cell) =>
					(cell instanceof HTMLElement ? (cell.textContent ?? '') : '').replace(/\s+/g, ' ').trim()
				)
			)
		);
}
const linesOf = (csv: string) =>
	csv
		.replace(/^\ufeff/, '')
		.trim()
		.split('\r\n')
		.map((line) =>
			[...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell = '']) => plainOf(cell))
		);
/** The page shows position and unit under the name. */
const asOnPage = ([name = '', place, position, ...cells]: string[], line: number) => [
	line === 0 ? name : [name, [position, place].filter(Boolean).join(' · ')].filter(Boolean).join(' '),
	...cells
];
const plainOf = (cell: string) => cell.replace(/^"|"$/g, '').replaceAll('""', '"');

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('an officer writes, looks whom it reaches and sends; a civil servant does it; the board and the file say so', async ({
			page,
			context,
			browser
		}) => {
			const office = await anOffice(browser, context);
			const own = await browser.newContext({ javaScriptEnabled });
			await aClerk(own, office, 'Vũ Văn Thư');
			const late = await browser.newContext({ javaScriptEnabled });
			await aClerk(late, office, 'Lê Thị Hoa');

			await page.goto('/giao-viec');
			await page.getByRole('link', { name: 'Giao việc mới' }).click();
			await page.getByLabel('Nơi giao việc').selectOption({ value: office.commune.id });
			await page.getByLabel('Tên việc').fill('An toàn cho cán bộ');
			await page.locator(`#items-${courseId}`).check();
			await page.getByRole('checkbox', { name: office.name }).check();
			await page.getByRole('button', { name: 'Lưu bản nháp, xem giao tới ai' }).click();
			await expect(page.getByRole('alert')).toContainText('Viết lý do trong một câu.');
			await expect(page.getByLabel('Tên việc')).toHaveValue('An toàn cho cán bộ');
			await page.getByLabel('Vì sao cần học?').fill('Để hồ sơ của bà con không lọt ra ngoài.');
			await page.getByLabel('Số, ngày văn bản').fill('12/KH-UBND ngày 20/11/2026');
			await page.getByRole('button', { name: 'Lưu bản nháp, xem giao tới ai' }).click();
			await expect(page.getByRole('heading', { name: 'Sẽ tới 2 người' })).toBeVisible();
			await expect(main(page)).toContainText(`${office.name}: 2 người`);
			await page.getByText('Những người đầu danh sách').click();
			await expect(page.getByText('Vũ Văn Thư')).toBeVisible();
			await page.getByRole('button', { name: 'Gửi cho mọi người' }).click();
			await expect(page.getByRole('status').first()).toContainText('Đã gửi.');

			const phone = await own.newPage();
			await phone.goto(`${site}/cua-toi`);
			await showsSoon(phone, 'Còn 1 việc cần học');
			if (javaScriptEnabled) {
				await phone.goto(site);
				await expect(phone.locator('[data-duties]')).toContainText('Còn 1 việc cần học.');
				await phone.getByRole('link', { name: 'Xem việc được giao' }).click();
			} else await phone.getByRole('link', { name: 'Việc được giao' }).first().click();
			await expect(heading(phone)).toHaveText('Việc được giao');
			for (const words of [
				'Để hồ sơ của bà con không lọt ra ngoài.',
				`Người giao: Cán bộ, ${office.commune.name}`,
				'Văn bản: 12/KH-UBND ngày 20/11/2026',
				/lần, mỗi lần 10 phút/,
				'Còn 14 ngày'
			])
				await expect(main(phone)).toContainText(words);
			await phone.getByRole('link', { name: /Biết rồi, thi luôn/ }).click();
			await passQuizHere(phone);
			await phone.goto(`${site}/viec-duoc-giao`);
			await showsSoon(phone, 'Đạt 100%');
			await expect(main(phone)).toContainText('Không còn việc nào phải làm');
			await phone.goto(`${site}/viec-duoc-giao/phieu`);
			await expect(main(phone)).toContainText(`Văn thư, ${office.name}`);
			await expect(main(phone)).toContainText('Xong 100%');

			await page.reload();
			await page.getByText('Người này đã làm bài thế nào').click();
			await expect(main(page)).toContainText(/Lần làm thứ 1 · \d+ phút/);
			await page.goto(`/giao-viec/bang?don-vi=${office.id}`);
			await expect(page.locator('.matrix tbody tr')).toHaveCount(2);
			const shown = await matrixOn(page);
			const file = await page.getByRole('link', { name: 'Tải bảng CSV' }).getAttribute('href');
			const lines = linesOf(await (await context.request.get(site + file)).text());
			expect(lines.map(asOnPage)).toEqual(shown);
			expect(lines.flat()).toContain('Vũ Văn Thư');

			await page.getByRole('link', { name: 'Nhắc người chưa xong' }).click();
			await page.getByRole('button', { name: 'Nhắc người chưa xong' }).click();
			await expect(page.getByRole('status').first()).toContainText('Đã nhắc 1 người.');
			await page.getByRole('button', { name: 'Nhắc người chưa xong' }).click();
			await expect(page.getByRole('status').first()).toContainText('Lần này không nhắc thêm ai.');
			await expect(page.getByRole('status').first()).toContainText(
				'Mỗi người mỗi tuần được nhắc nhiều nhất 2 lần, ai nhắc cũng vậy.'
			);

			const reminded = await late.newPage();
			await reminded.goto(`${site}/cua-toi`);
			await expect(main(reminded)).toContainText('Đơn vị nhắc: bạn còn 1 việc học chưa xong.');
			await reminded.getByRole('link', { name: 'Xem việc được giao' }).click();
			await expect(heading(reminded)).toHaveText('Việc được giao');
			await reminded.goto(`${site}/cua-toi`);
			await expect(main(reminded)).toContainText('Còn 1 việc cần học');
			await expect(main(reminded)).not.toContainText('Đơn vị nhắc');
			await own.close();
			await late.close();
		});

		test('somebody need not do it, for a reason that she reads', async ({ page, context, browser }) => {
			const office = await anOffice(browser, context);
			const own = await browser.newContext({ javaScriptEnabled });
			await aClerk(own, office, 'Vũ Văn Thư');
			await page.goto(await somethingSent(context, office, 'Bảo vệ dữ liệu'));
			await page.getByText('Miễn, hoặc công nhận kết quả nơi khác').click();
			await page.getByRole('button', { name: 'Miễn cho người này' }).click();
			await page.getByRole('alert').getByRole('link', { name: 'Viết lý do trong một câu.' }).click();
			await expect(page.locator('main li').getByLabel('Lý do').first()).toBeFocused();
			await page.keyboard.type('Nghỉ thai sản đến tháng 3');
			await page.getByRole('button', { name: 'Miễn cho người này' }).click();
			await expect(main(page)).toContainText('Được miễn');
			const phone = await own.newPage();
			await phone.goto(`${site}/viec-duoc-giao`);
			await expect(main(phone)).toContainText('Được miễn');
			await expect(main(phone)).toContainText('Nghỉ thai sản đến tháng 3');
			await own.close();
		});

		test('of two officers at one draft the second sees what the first changed, and loses nothing', async ({
			page,
			context,
			browser
		}) => {
			const office = await anOffice(browser, context);
			await aClerk(await browser.newContext(), office, 'Vũ Văn Thư');
			const path = await aDraft(context, office, 'Bảo vệ dữ liệu');
			const other = await browser.newContext({ javaScriptEnabled });
			await asOfficerOf(browser, other, office);
			const second = await other.newPage();
			await page.goto(`${path}/sua`);
			await second.goto(`${site}${path}/sua`);
			await page.getByLabel('Tên việc').fill('Bảo vệ dữ liệu cá nhân');
			await page.getByRole('button', { name: 'Lưu bản nháp, xem giao tới ai' }).click();
			await expect(heading(page)).toHaveText('Bảo vệ dữ liệu cá nhân');
			await second.getByLabel('Vì sao cần học?').fill('Có luật mới.');
			await second.getByRole('button', { name: 'Lưu bản nháp, xem giao tới ai' }).click();
			await expect(second.getByRole('alert')).toContainText('Có người vừa sửa việc này trước bạn.');
			await expect(main(second)).toContainText('Bảo vệ dữ liệu cá nhân');
			await expect(second.getByLabel('Vì sao cần học?')).toHaveValue('Có luật mới.');
			await second.getByLabel('Tên việc').fill('Bảo vệ dữ liệu cá nhân');
			await second.getByRole('button', { name: 'Lưu bản nháp, xem giao tới ai' }).click();
			await expect(heading(second)).toHaveText('Bảo vệ dữ liệu cá nhân');
			await expect(main(second)).toContainText('Có luật mới.');
			await page.getByRole('button', { name: 'Gửi cho mọi người' }).click();
			await expect(page.getByRole('alert')).toContainText('Xem lại bên dưới, đúng ý rồi hãy gửi.');
			await page.getByRole('button', { name: 'Gửi cho mọi người' }).click();
			await expect(page.getByRole('status').first()).toContainText('Đã gửi.');
			await other.close();
		});
	});
