import { expect, test, type Page } from '@playwright/test';
import { asAdministrator, callApi, heading, holdClass, newUsername } from './support/people.ts';

const site = process.env.SITE ?? '';
const inVietNam = () => new Date(Date.now() + 7 * 3_600_000).toISOString();

/** Where a session's page says how many came. */
const cameTo = (page: Page) => page.getByRole('heading', { level: 2, name: /đã đến|Chưa ghi ai/ });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
		test.use({ javaScriptEnabled });

		test('a helper makes a session, and a neighbour finds it and says that she is here', async ({
			page,
			context,
			browser
		}) => {
			await asAdministrator(context);
			const topic = `Quét mã QR ${newUsername()}`;
			await page.goto('/lop');
			await page.getByRole('link', { name: 'Mở buổi học', exact: true }).click();
			await expect(heading(page)).toHaveText('Mở buổi học');
			await page.goto('/lop/moi?tim=cay da');
			await page.getByLabel('Học ở đâu?').selectOption({ value: 'mau-dong-sen-ba-cay-da' });
			await page.getByLabel('Ngày nào?').fill(inVietNam().slice(0, 10));
			await page.getByLabel('Buổi này học gì?').fill(topic);
			await page.getByRole('button', { name: 'Mở buổi học này' }).click();
			await expect(page.getByRole('alert')).toContainText('Mấy giờ?');
			await expect(page.getByLabel('Buổi này học gì?')).toHaveValue(topic);
			await page.getByLabel('Mấy giờ?').fill(inVietNam().slice(11, 16));
			await page.getByRole('button', { name: 'Mở buổi học này' }).click();
			await expect(heading(page)).toHaveText(topic);
			await page.getByRole('link', { name: 'In giấy điểm danh' }).click();
			const code = await page.locator('.wall .code').innerText();

			const neighbour = await browser.newContext({ javaScriptEnabled });
			const phone = await neighbour.newPage();
			await phone.goto(`${site}/lop-gan-nha?noi=mau-dong-sen-ba-cay-da`);
			await expect(phone.getByRole('heading', { name: topic })).toBeVisible();
			await phone.goto(`${site}/diem-danh`);
			await phone.getByLabel('Mã trên tường').fill('sai rồi');
			await phone.getByRole('button', { name: 'Mở lớp này' }).click();
			await expect(phone.getByLabel('Mã trên tường')).toHaveValue('sairồi');
			await phone.getByLabel('Mã trên tường').fill(code.toLowerCase());
			await phone.getByRole('button', { name: 'Mở lớp này' }).click();
			await expect(heading(phone)).toHaveText(topic);
			await phone.getByLabel('Tên của mình').fill('Bùi Thị Ánh');
			await phone.getByRole('button', { name: 'Tôi có mặt' }).click();
			await expect(phone.getByText('Đã ghi: hôm nay có mặt')).toBeVisible();
			await neighbour.close();

			await page.goBack();
			await page.reload();
			await expect(cameTo(page)).toHaveText('1 người đã đến');
			await expect(page.getByText('Tự điểm danh bằng mã')).toBeVisible();
		});

		test('a helper writes names down, ticks and marks, and notes what to do next time', async ({ page, context }) => {
			const { id } = await holdClass(context);
			await page.goto(`/lop/${id}`);
			await page.getByLabel('Tên người đến').fill('1. Bà Tư 1950\n2. Ông Năm\nbà tư 1950\n');
			await page.getByRole('button', { name: 'Ghi những người này' }).click();
			await expect(cameTo(page)).toHaveText('2 người đã đến');
			const line = page.locator('.people > li').filter({ hasText: 'Bà Tư' });
			await line.getByRole('button', { name: 'Tự làm được' }).click();
			await expect(line.getByRole('button', { name: 'Tự làm được' })).toHaveAttribute('aria-pressed', 'true');
			await page.getByRole('button', { name: 'Bỏ tên Ông Năm' }).click();
			await expect(cameTo(page)).toHaveText('1 người đã đến');
			await page.getByLabel('Tên người đến').fill('Bà Sáu\n<script>');
			await page.getByRole('button', { name: 'Ghi những người này' }).click();
			await expect(page.getByRole('alert')).toContainText('Dòng 2');
			await expect(page.getByLabel('Tên người đến')).toHaveValue('Bà Sáu\n<script>');
			await page.getByLabel('Lần sau làm gì?').fill('Ôn lại gọi video');
			await page.getByRole('button', { name: 'Lưu việc cho lần sau' }).click();
			await page.getByRole('link', { name: /Mở buổi tiếp theo/ }).click();
			await expect(page.getByText('Ôn lại gọi video')).toBeVisible();
			await page.goto(`${page.url()}&tim=khong co`);
			await page.getByLabel('Tìm thôn, xã').fill('ha');
			await page.getByRole('button', { name: 'Tìm nơi này' }).click();
			await expect(page.getByText('Ôn lại gọi video')).toBeVisible();
			await expect(page.getByLabel('Học ở đâu?').locator('option')).toContainText(['Thôn Thượng', 'Thôn Hạ']);
			await expect(page.getByLabel('Học ở đâu?')).toHaveValue('mau-dong-sen-thuong');
			await page.getByRole('button', { name: 'Mở buổi học này' }).click();
			await expect(page.getByText('Điểm danh mở trước giờ học một tiếng', { exact: false })).toBeVisible();
			await page.getByRole('link', { name: 'Cho buổi này nghỉ' }).click();
			await page.getByRole('button', { name: 'Đúng, cho nghỉ' }).click();
			await expect(page.getByText('Đã cho buổi này nghỉ.')).toBeVisible();
		});
	});

test('people with an account are ticked from the list of the place', async ({ page, context, browser }) => {
	const learner = await browser.newContext();
	const person = {
		name: 'Vũ Thị Ngát',
		birthYear: 1961,
		username: newUsername(),
		password: 'con trâu đi trước cái cày',
		placeId: 'mau-dong-sen-thuong'
	};
	await callApi(learner, '/accounts', person);
	await learner.close();
	const { id } = await holdClass(context);
	await page.goto(`/lop/${id}`);
	await page.getByRole('button', { name: 'Mở danh sách trong địa bàn' }).click();
	await page.getByLabel('Vũ Thị Ngát · 1961').first().check();
	await page.getByRole('button', { name: 'Ghi những người đã chọn' }).click();
	await expect(cameTo(page)).toHaveText('1 người đã đến');
	await expect(page.getByRole('heading', { level: 3, name: /Vũ Thị Ngát/ })).toBeVisible();
	expect(page.url()).not.toMatch(/Ngát|Ng%C3%A1t/);
});

test('a rhythm is set, and the village without classes is told', async ({ page, context }) => {
	await asAdministrator(context);
	await page.goto('/lop/con-thieu?tim=thon+ha');
	await page.getByLabel('Cho nơi nào?').selectOption({ value: 'mau-dong-sen-ha' });
	await page.getByRole('button', { name: 'Đặt nhịp này' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByLabel('Cho nơi nào?')).toHaveValue('mau-dong-sen-ha');
	const longAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
	await page.getByLabel('Tính từ ngày nào?').fill(longAgo);
	await page.getByRole('button', { name: 'Đặt nhịp này' }).click();
	await expect(page.getByText('Đã đặt nhịp học.')).toBeVisible();
	const village = page.locator('li.card').filter({ hasText: 'Thôn Hạ' });
	await expect(village.getByText(/Thiếu \d tuần/)).toBeVisible();
	const rule = page.getByRole('listitem').filter({ hasText: 'tính từ' }).filter({ hasText: 'Thôn Hạ' });
	await expect(rule.getByText('Bỏ nhịp này')).toBeVisible();
	await village.getByRole('link', { name: /Mở buổi học ở đây/ }).click();
	await expect(heading(page)).toHaveText('Mở buổi học');
	await page.goBack();
	await rule.getByText('Bỏ nhịp này').click();
	await rule.getByRole('button', { name: /Đúng, bỏ nhịp/ }).click();
	await expect(page.getByText('Đã bỏ nhịp học.')).toBeVisible();
	await expect(rule).toHaveCount(0);
});
