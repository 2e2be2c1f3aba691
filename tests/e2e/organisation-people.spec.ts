import { expect, test, type Page } from '@playwright/test';
import { aClerk, anOffice, showsSoon, site, somethingSent } from './support/assigning.ts';
import { heading, signUp } from './support/people.ts';

const main = (page: Page) => page.getByRole('main');

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a staff list with bad rows is looked at row by row, its good ones go in, and are taken back', async ({
			page,
			context,
			browser
		}) => {
			const office = await anOffice(browser, context);
			await page.goto(`/don-vi/${office.id}/danh-sach`);
			await page.getByRole('link', { name: 'Nhập từ bảng tính' }).click();
			const send = async (name: string, content: string | Buffer) => {
				await page
					.getByLabel('Tệp bảng tính')
					.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
				await page.getByRole('button', { name: 'Gửi để xem trước' }).click();
			};
			await send('sai.csv', Buffer.from('Họ tên\nLê Thị Hoa\n'.normalize('NFC'), 'latin1'));
			// A file is read in the background: the page says so and comes again by itself.
			const soon = { timeout: 30_000 };
			await expect(heading(page)).toHaveText('Chưa đọc được tệp', soon);
			await expect(main(page)).toContainText('UTF-8');
			await page.getByRole('link', { name: 'Gửi lại tệp' }).click();
			await send(
				'danh-sach.csv',
				[
					'Họ tên,Năm sinh,Số điện thoại,Chức vụ,Đơn vị',
					'Bùi Thị Ánh,1980,0912345678,Kế toán,',
					'Lò Văn Pín,năm 80,,Văn thư,',
					',1975,,Văn thư,',
					'Bùi Thị Ánh,1980,,Thủ quỹ,',
					'H\'Hen Niê,12/05/1990,,=HYPERLINK("x"),',
					'Trần Văn Sáu,1970,,Bảo vệ,Xã không có'
				].join('\n')
			);
			await expect(heading(page)).toHaveText('Đã xem xong, chưa nhập', soon);
			for (const words of [
				'2 dòng nhập được',
				'4 dòng có lỗi',
				'Dòng 3: Lò Văn Pín',
				'“năm 80” không phải năm sinh hay ngày sinh; viết như 1980 hoặc 12/05/1980',
				'thiếu họ tên',
				'giống hệt dòng 2',
				'không có đơn vị “Xã không có” ở đây'
			])
				await expect(main(page)).toContainText(words);
			const faults = await page.getByRole('link', { name: 'Tải các dòng có lỗi' }).getAttribute('href');
			expect(await (await context.request.get(site + faults)).text()).toContain('Lò Văn Pín');
			await page.getByRole('button', { name: 'Nhập 2 dòng đúng' }).click();
			await expect(heading(page)).toHaveText('Đã nhập xong', soon);
			const sheet = page.url();
			await page.getByRole('link', { name: 'Danh sách của đơn vị' }).click();
			await expect(main(page)).toContainText('0/2 người đã có tài khoản');
			await expect(main(page)).toContainText("H'Hen Niê");
			await page.getByRole('link', { name: 'Chưa có tài khoản', exact: true }).click();
			await expect(page.getByRole('textbox', { name: 'Lời mời' })).toHaveValue(
				new RegExp(`Mã của đơn vị là ${office.code}`)
			);
			await page.goto(sheet);
			await page.getByText('Lấy lại những gì đã nhập').first().click();
			await page.getByRole('button', { name: 'Lấy lại những gì đã nhập' }).click();
			await expect(heading(page)).toHaveText('Đã lấy lại', soon);
			await expect(main(page)).toContainText('Đã lấy lại hết.');
			await page.goto(`/don-vi/${office.id}/danh-sach`);
			await expect(main(page)).toContainText('Danh sách còn trống.');
		});

		test('somebody joins an organisation by its code, and what was asked there is hers', async ({
			page,
			context,
			browser
		}) => {
			const officer = await browser.newContext();
			const office = await anOffice(browser, officer);
			await aClerk(await browser.newContext(), office, 'Vũ Văn Thư');
			await somethingSent(officer, office, 'Bảo vệ dữ liệu');
			await signUp(context, 'Lê Thị Hoa');
			await page.goto('/don-vi/cua-toi');
			await page.getByRole('link', { name: 'Vào đơn vị' }).first().click();
			await page.getByLabel('Mã của đơn vị').fill('XXXX-XXXX');
			await page.getByRole('button', { name: 'Xem đơn vị' }).click();
			await expect(page.getByRole('alert')).toContainText('Mã này không mở đơn vị nào.');
			await page.getByLabel('Mã của đơn vị').fill(office.code.toLowerCase().replace('-', ' '));
			await page.getByRole('button', { name: 'Xem đơn vị' }).click();
			await expect(heading(page)).toHaveText(`Vào ${office.name}`);
			await expect(main(page)).toContainText('Bài tự học thì không ai thấy.');
			await page.getByLabel('Chức vụ, công việc').fill('Kế toán');
			await page.getByRole('button', { name: 'Vào đơn vị' }).click();
			await expect(page.getByRole('status')).toContainText(`Từ nay mình thuộc ${office.name}.`);
			await page.getByRole('link', { name: 'Xem việc được giao' }).click();
			await showsSoon(page, 'Bảo vệ dữ liệu');
			await page.goto('/don-vi/cua-toi');
			await page.getByText('Rời đơn vị').first().click();
			await page.getByRole('button', { name: 'Rời đơn vị' }).click();
			await expect(page.getByRole('status')).toContainText('Đã rời đơn vị.');
			await page.goto('/viec-duoc-giao');
			await showsSoon(page, 'Chưa có việc nào được giao');
			await officer.close();
		});
	});
