import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { callApi, earnRecord, heading } from './support/people.ts';

for (const javaScriptEnabled of [true, false])
	test(`an office checks a list of codes and takes the answer along (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
		browser,
		context
	}) => {
		const { code } = await earnRecord(context, 'Lò Thị Danh Sách');
		const { codeUrl } = await callApi<{ codeUrl: string }>(context, `/records/${code}`);
		const office = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 700 } });
		const page = await office.newPage();
		await page.goto('/xac-minh');
		await page.getByRole('link', { name: 'Có nhiều giấy? Kiểm tra cả danh sách' }).click();
		await expect(heading(page)).toHaveText('Kiểm tra nhiều giấy một lúc');
		const box = page.getByLabel('Các mã giấy');
		await page.getByRole('button', { name: 'Kiểm tra các mã này' }).click();
		await expect(box).toHaveAccessibleDescription(/Chưa thấy mã nào/);

		await box.fill(`Mã giấy\n${javaScriptEnabled ? codeUrl : code}\n${code}\n7K4M-29QX-R3TB`);
		if (javaScriptEnabled) await expect(box).not.toHaveValue(/#/);
		await page.getByRole('button', { name: 'Kiểm tra các mã này' }).click();
		await expect(page.getByRole('heading', { name: 'Kết quả: 1 trên 2 giấy còn hiệu lực' })).toBeVisible();
		await expect(page.getByText('Các dòng cần xem lại: 4')).toBeVisible();
		await expect(page.getByRole('row').filter({ hasText: code }).first()).toContainText('Lò Thị Danh S.');
		await expect(box).toHaveValue(/7K4M-29QX-R3TB/);
		if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

		const coming = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Tải kết quả (CSV)' }).click();
		expect(readFileSync(await (await coming).path(), 'utf8')).toContain(`${code},${code},Còn hiệu lực,Lò Thị Danh S.`);

		await page.getByRole('button', { name: 'Gửi tệp, nhận tệp kết quả' }).click();
		await expect(page.getByLabel('Tệp có các mã')).toHaveAccessibleDescription(/Chưa chọn tệp nào/);
		const file = { name: 'ma.csv', mimeType: 'text/csv', buffer: Buffer.from(`Tên;Mã\nLan;${code}\n`) };
		await page.getByLabel('Tệp có các mã').setInputFiles(file);
		const answer = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Gửi tệp, nhận tệp kết quả' }).click();
		expect(readFileSync(await (await answer).path(), 'utf8')).toContain(`2,${code},${code},Còn hiệu lực`);
		await office.close();
	});
