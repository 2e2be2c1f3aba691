import { expect, test } from '@playwright/test';
import { withResult } from './support/elsewhere.ts';
import { asAdministrator, earnRecord, newName, signUp } from './support/people.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('an officer enters what somebody completed elsewhere, and nothing typed is lost on the way', async ({
			page,
			context,
			browser
		}) => {
			const name = newName('Hồ Thị');
			const learner = await browser.newContext();
			await signUp(learner, name);
			await learner.close();
			await asAdministrator(context);
			await page.goto('/quan-tri/ket-qua-noi-khac/moi');
			await page.getByLabel('Họ và tên').fill(name);
			await page.getByLabel('Học xong gì?').fill('Kỹ năng số cơ bản');
			await page.getByLabel('Trên nền tảng nào?').selectOption('vneid');
			await page.getByLabel('Xong ngày nào?').fill('22/11/2026');
			await page.getByLabel('Lấy ở đâu?').fill('Danh sách của xã');
			await page.getByRole('button', { name: 'Ghi kết quả này' }).click();
			await expect(page.getByText('hoặc họ tên cùng năm sinh.').first()).toBeVisible();
			await expect(page.getByLabel('Lấy ở đâu?')).toHaveValue('Danh sách của xã');
			await page.getByLabel('Năm sinh').fill('1964');
			await page.getByRole('button', { name: 'Ghi kết quả này' }).click();
			await expect(page.getByText('Đã ghi.')).toBeVisible();
			const row = page.getByRole('row').filter({ hasText: name });
			await row.getByRole('link').click();
			await page.locator('summary', { hasText: 'Bỏ cả lần ghi này' }).click();
			await page.getByRole('button', { name: 'Bỏ cả lần ghi' }).click();
			await expect(page.getByText('Đã bỏ cả lần ghi.')).toBeVisible();
			await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
		});

		test('an officer looks at a file first, and enters the rows that mean one person', async ({ page, context }) => {
			const { code } = await (async () => {
				await signUp(context);
				return earnRecord(context);
			})();
			await context.clearCookies();
			await asAdministrator(context);
			await page.goto('/quan-tri/ket-qua-noi-khac/tep');
			const rows = [
				'Mã giấy xác nhận;Họ và tên;Nền tảng;Học xong gì;Ngày xong;Nguồn',
				`${code};;VNeID;Bài của VNeID;22/11/2026;CV 1`,
				`;Nguyễn Thị Lan;VNeID;Bài của VNeID;22/11/2026;CV 1`
			];
			const buffer = Buffer.from(rows.join('\r\n'));
			await page.getByLabel('Tệp kết quả').setInputFiles({ name: 'ket-qua.csv', mimeType: 'text/csv', buffer });
			await page.getByRole('button', { name: 'Xem trước' }).click();
			await expect(page.getByRole('heading', { name: '1 dòng ghi được, 1 dòng chưa đúng' })).toBeVisible();
			await expect(page.getByRole('cell', { name: /Nguyễn Thị Lan, 1964/ })).toBeVisible();
			await page.getByRole('button', { name: 'Chỉ ghi 1 dòng đúng' }).click();
			await expect(page.getByText('Đã ghi 1 kết quả.')).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Một lần ghi' })).toBeVisible();
		});

		test('a learner sees what came from elsewhere apart from her records, and takes away what is not hers', async ({
			page,
			context
		}) => {
			await withResult(context);
			await page.goto('/giay-xac-nhan');
			const elsewhere = page.getByRole('region', { name: 'Học xong ở nơi khác' });
			await expect(elsewhere).toContainText('Ở đây không kiểm tra bài, và không in vào giấy xác nhận nào.');
			await expect(elsewhere).toContainText('Kỹ năng số cơ bản cho người dân');
			await expect(elsewhere).toContainText('Danh sách kèm công văn 12/UBND-VX');
			await elsewhere.locator('summary', { hasText: 'Không phải của tôi' }).click();
			await elsewhere.getByRole('button', { name: 'Bỏ kết quả này' }).click();
			await expect(page.getByText('Đã bỏ kết quả ấy khỏi trang này.')).toBeVisible();
			await expect(elsewhere).toHaveCount(0);
		});
	});
