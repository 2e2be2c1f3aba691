import { expect, test, type Page } from '@playwright/test';
import { aPhone } from './support/cable.ts';
import { writeDown } from './support/helped.ts';
import { callApi, courseId, heading } from './support/people.ts';

const site = process.env.SITE ?? '';
const lesson = `${site}/khoa-hoc/${courseId}/giu-kin-otp`;

interface Own {
	courses: unknown[];
}

async function download(page: Page) {
	await page.goto(`${site}/tai-ve`);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
	});
	const course = page.getByRole('listitem').filter({ hasText: 'An toàn số: nhận diện' });
	await course.getByRole('button', { name: 'Tải về máy' }).click();
	await expect(page.getByText('Giờ tắt mạng vẫn mở được.')).toBeVisible();
}

async function answerFirst(page: Page) {
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Gửi câu trả lời' }).first().click();
	await expect(page.getByText('Mất mạng. Bài làm còn trên máy, có mạng sẽ tự gửi.')).toBeVisible();
}

test('learners change on one phone in aeroplane mode, and what each answered is sent for her alone', async ({
	context,
	browser
}) => {
	const one = await writeDown(context, { name: 'Lò Thị Mẩy' });
	const two = await writeDown(context, { name: 'Vàng A Páo' });
	const phone = await aPhone(browser, { baseURL: site });
	for (const { code, pin } of [one, two]) await callApi(phone.context, '/cards/open', { code, pin });
	const page = await phone.context.newPage();
	await download(page);
	await page.goto(`${site}/doi-nguoi`);
	await expect(page.getByRole('button', { name: 'Lò Thị Mẩy' })).toBeVisible();
	await expect.poll(() => page.evaluate(() => localStorage.getItem('bdhvs-the'))).toContain('Mẩy');
	expect(await page.evaluate(() => localStorage.getItem('bdhvs-the'))).not.toContain('Lò');

	await phone.cut();
	await page.goto(lesson);
	await answerFirst(page);
	await page.goto(`${site}/doi-nguoi?bai=${courseId}/giu-kin-otp`);
	await page.getByRole('button', { name: 'Mẩy' }).click();
	await expect(heading(page)).toBeVisible();
	await answerFirst(page);
	const waiting = () => page.evaluate(() => JSON.parse(localStorage.getItem('bdhvs-cho-gui') ?? '[]').length);
	await expect.poll(waiting).toBe(2);

	await phone.mend();
	await page.goto(lesson);
	await expect.poll(() => page.evaluate(() => localStorage.getItem('bdhvs-cho-gui'))).toBe('[]');
	const { open } = await callApi<{ open: { name: string } | null }>(phone.context, '/cards/here');
	expect(open?.name).toBe('Lò Thị Mẩy'); // the site learnt whose turn it is
	for (const { code, pin } of [one, two]) {
		await callApi(phone.context, '/cards/open', { code, pin });
		expect((await callApi<Own>(phone.context, '/me/progress')).courses).toHaveLength(1);
	}
	await page.goto(`${site}/the`);
	await page.getByRole('main').getByRole('button', { name: 'Xong, trả máy' }).click();
	await expect(page.getByText('Đã trả máy.')).toBeVisible();
	expect(await page.evaluate(() => localStorage.getItem('bdhvs-the'))).toBe('null');
	await phone.close();
});
