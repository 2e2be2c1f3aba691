import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Progress } from '../../src/lib/learning.ts';
import { aPhone, type Phone } from './support/cable.ts';
import { finishFieldLesson } from './support/field-lesson.ts';
import { writeDown } from './support/helped.ts';
import { asAdministrator, callApi, courseId, heading, holdClass, newUsername, password } from './support/people.ts';

const site = process.env.SITE ?? '';

/** A page from which the phone works without signal: its service worker looks after the site. */
async function ready(page: Page, path: string) {
	await page.goto(path);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
	});
}

async function downloadCourse(page: Page) {
	await ready(page, '/tai-ve');
	const course = page.getByRole('listitem').filter({ hasText: 'An toàn số: nhận diện' });
	await course.getByRole('button', { name: 'Tải về máy' }).click();
	await expect(page.getByText('Giờ tắt mạng vẫn mở được.')).toBeVisible();
	return course;
}

test.describe('a course on the phone', () => {
	test('opens in aeroplane mode, in the bytes that were told, with nothing of anybody', async ({ browser }) => {
		const phone = await aPhone(browser, { baseURL: site });
		const page = await phone.context.newPage();
		await callApi(phone.context, '/accounts', {
			name: 'Bùi Thị Riêng Tư',
			birthYear: 1964,
			username: newUsername(),
			password
		});
		const course = await downloadCourse(page);
		const told = Number(/khoảng ([\d,]+) MB/.exec(await course.innerText())?.[1]?.replace(',', '.'));
		const kept = await page.evaluate(async () => {
			let [bytes, text] = [0, ''];
			for (const name of (await caches.keys()).filter((each) => each.startsWith('khoa-hoc')))
				for (const request of await (await caches.open(name)).keys()) {
					const answer = await (await caches.open(name)).match(request);
					const body = (await answer?.arrayBuffer()) ?? new ArrayBuffer();
					if (!request.url.includes('/_app/')) bytes += body.byteLength;
					text += new TextDecoder().decode(body);
				}
			return { bytes, text };
		});
		expect(kept.bytes / 1e6 / told).toBeGreaterThan(0.75);
		expect(kept.bytes / 1e6 / told).toBeLessThan(1.25);
		expect(kept.text).not.toContain('Riêng Tư');

		await phone.cut();
		await page.goto(`/khoa-hoc/${courseId}/giu-kin-otp`);
		await expect(heading(page)).toBeVisible();
		await page.getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Gửi câu trả lời' }).first().click();
		await expect(page.getByText('Mất mạng. Bài làm còn trên máy, có mạng sẽ tự gửi.')).toBeVisible();
		await page.goto(`/khoa-hoc/${courseId}/giu-kin-otp/man-hinh`); // the class sees it in steps, without signal too
		const step = page.getByRole('heading', { level: 2 });
		const first = await step.innerText();
		await page.getByRole('link', { name: 'Bước sau' }).click();
		await expect(page).toHaveURL(/#buoc-2$/);
		await page.keyboard.press('ArrowRight');
		await expect(page).toHaveURL(/#buoc-3$/);
		expect(await step.innerText()).not.toBe(first);
		const part = await page.evaluate(async () => {
			const names = (
				await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
			).flat();
			const film = names.find(({ url }) => url.endsWith('.mp4'))?.url ?? '';
			const answer = await fetch(film, { headers: { range: 'bytes=10-19' } });
			return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
		});
		expect(part).toEqual({ status: 206, bytes: 10 }); // as players ask for films
		await page.goto('/lop-gan-nha');
		await expect(heading(page)).toHaveText('Tải bài về máy');
		await expect(page.getByText('Máy đang không có mạng.')).toBeVisible();
		await phone.mend();
		await page.goto(`/khoa-hoc/${courseId}/giu-kin-otp`);
		await expect.poll(() => page.evaluate(() => localStorage.getItem('bdhvs-cho-gui'))).toBe('[]'); // it goes by itself
		const { courses } = await callApi<Progress>(phone.context, '/me/progress');
		const lesson = courses.flatMap(({ lessons }) => lessons).find(({ lessonId }) => lessonId === 'giu-kin-otp');
		expect(lesson?.state).toBe('answering');
		await phone.close();
	});

	test('that breaks off half way is gone on from, and is removed again', async ({ page, context }) => {
		await ready(page, '/tai-ve');
		await context.route('**/khoa-hoc/**/bay-tien-de', (route) => route.abort());
		const course = page.getByRole('listitem').filter({ hasText: 'An toàn số: nhận diện' });
		await course.getByRole('button', { name: 'Tải về máy' }).click();
		await expect(course.getByRole('alert')).toContainText('Mất mạng giữa chừng');
		await context.unroute('**/khoa-hoc/**/bay-tien-de');
		await course.getByRole('button', { name: 'Tải về máy' }).click();
		await expect(page.getByText('Giờ tắt mạng vẫn mở được.')).toBeVisible();
		await course.getByRole('button', { name: 'Xóa khỏi máy' }).click();
		await expect(page.getByText('Chưa tải khóa học nào.')).toBeVisible();
		expect(await page.evaluate(() => caches.keys())).toEqual(['khung vi']);
	});

	test('does not fit into a phone that is full, and says what to do', async ({ page }) => {
		await ready(page, '/tai-ve');
		await page.evaluate(() => {
			navigator.storage.estimate = async () => ({ quota: 1000, usage: 900 });
		});
		await page.getByRole('button', { name: 'Tải về máy' }).first().click();
		await expect(page.getByRole('alert')).toContainText('Máy hết chỗ');
	});
});

/** A helper of a village of her own with somebody written down in her village, and a session that is on. */
async function aHelper(context: BrowserContext, { name = 'Lê Thị Hoa', trained = true, older = false } = {}) {
	await asAdministrator(context);
	const commune = { parentId: 'mau', name: `Xã ${newUsername()}`, villages: 'Thôn Đông' };
	const { children } = await callApi<{ children: { id: string }[] }>(context, '/places', commune);
	const placeId = children[0]?.id ?? '';
	const { learner } = await writeDown(context, { name: 'Bùi Thị Tư', household: 'nhà cạnh giếng', placeId });
	const session = await holdClass(context, { courseId, lessonId: 'giu-kin-otp', placeId });
	const username = newUsername();
	const browser = context.browser();
	if (!browser) throw new Error('a context has a browser');
	const phone = await aPhone(browser, { older });
	const { account } = await callApi<{ account: { id: string } }>(phone.context, '/accounts', {
		name,
		birthYear: 1970,
		username,
		password
	});
	await asAdministrator(context);
	const grant = await callApi<{ id: string }>(context, '/grants', { accountId: account.id, role: 'helper', placeId });
	if (trained) await finishFieldLesson(phone.context);
	return { phone, username, learner, session, grant };
}

async function carry({ context }: Phone) {
	const page = await context.newPage();
	await ready(page, `${site}/mang-theo`);
	await page.getByRole('button', { name: 'Tải lớp của tôi' }).click();
	await expect(page.getByText('Xem được đến hết ngày')).toBeVisible();
	return page;
}

test.describe('a class without signal', () => {
	test('is written down in aeroplane mode, outlives the browser, and sends itself once', async ({ context }) => {
		const { phone, session, learner } = await aHelper(context);
		let page = await carry(phone);
		await phone.cut();
		await page.close();
		page = await phone.context.newPage();
		await page.goto(`${site}/mang-theo`);

		await page.getByRole('button', { name: 'Ghi tên người chưa có máy' }).click();
		await page.getByLabel('Họ và tên').fill('Lò Văn Tâm');
		await page.getByLabel('Năm sinh').fill('1955');
		await page.getByRole('button', { name: 'Cất vào máy' }).click();
		await expect(page.getByRole('alert')).toContainText('Nghe nói đồng ý');
		await page.getByLabel('Chữ để phân biệt').fill(newUsername());
		await page.getByLabel('Đã nghe nói đồng ý').check();
		await page.getByRole('button', { name: 'Cất vào máy' }).click();
		await expect(page.getByText('Người học: Lò Văn Tâm')).toBeVisible();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();

		await page.getByRole('button', { name: 'Ghi một lần thăm nhà' }).click();
		await page.getByRole('button', { name: 'Cất vào máy' }).click();
		await expect(page.getByRole('alert')).toContainText('Viết vài chữ');
		await page.getByLabel('Nhà nào?').fill('nhà ông Bảy');
		await page.getByRole('button', { name: 'Cất vào máy' }).click();
		await page.getByRole('button', { name: 'Ghi một lần hướng dẫn ở quầy' }).click();
		await page.getByLabel('Bà con đến làm việc gì?').selectOption({ index: 1 });
		await page.getByLabel('Tự làm được').check();
		await page.getByRole('button', { name: 'Cất vào máy' }).click();

		await page.locator('button.class').first().click();
		await page
			.getByLabel(new RegExp(`${learner.name}`))
			.first()
			.check();
		await expect(page.getByText('Đã cất vào máy.')).toBeVisible();
		await page.close(); // the battery is empty
		page = await phone.context.newPage();
		await page.goto(`${site}/mang-theo`);
		await page.locator('button.class').first().click();
		await expect(page.getByLabel(new RegExp(`${learner.name}`)).first()).toBeChecked();
		await page.getByLabel(/Lò Văn Tâm/).check();
		await page.getByLabel('Người chưa có trong danh sách').fill('Bà Ba cuối xóm');
		await page.getByRole('button', { name: 'Thêm tên này' }).click();
		await page.getByRole('group', { name: 'Cả lớp' }).getByRole('button', { name: 'Tự làm được' }).click();
		await page.getByRole('group', { name: 'Bà Ba cuối xóm' }).getByRole('button', { name: 'Cần nhắc' }).click();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toHaveCount(4);

		// The page that begins to send is left before it comes to an end.
		await page.evaluate(() => void navigator.locks.request('bdhvs-gui', () => new Promise(() => undefined)));
		await phone.mend();
		await page.goto(`${site}/bai-hoc`); // any page will do
		const came = async () =>
			(await callApi<{ people: { name: string }[] }>(phone.context, `/classes/${session.id}`)).people.map(
				({ name }) => name
			);
		await expect.poll(async () => (await came()).length).toBe(3);
		expect((await came()).some((name) => name.startsWith('Lò Văn Tâm'))).toBe(true);
		await page.goto(`${site}/mang-theo`);
		await expect(page.getByText('Đã gửi.')).toHaveCount(4);
		await page.getByRole('link', { name: 'Xem buổi học' }).click();
		await expect(heading(page)).toBeVisible();
		expect(await came()).toHaveLength(3);
		await phone.close();
	});

	test('is taken along only after the lesson about people’s data', async ({ context }) => {
		const { phone } = await aHelper(context, { trained: false });
		const page = await phone.context.newPage();
		await ready(page, `${site}/mang-theo`);
		await page.getByRole('button', { name: 'Tải lớp của tôi' }).click();
		await expect(page.getByRole('alert')).toContainText('Giữ kín thông tin của bà con');
		await page.getByRole('link', { name: 'Vào học khóa này' }).click();
		await expect(heading(page)).toBeVisible();
		expect(page.url()).toContain('/hoc-truoc');
		await phone.close();
	});

	test('that two helpers wrote down is kept twice, and each hears of the other', async ({ context }) => {
		const one = await aHelper(context, { name: 'Phạm Thị Một' });
		const page = await carry(one.phone);
		await one.phone.cut();
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(one.learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();
		await context.request.put(`${site}/api/classes/${one.session.id}/carried`, {
			headers: { origin: site },
			data: { people: [{ helpedId: one.learner.id, mark: 'alone' }], questions: [] }
		});
		await one.phone.mend();
		await expect(page.getByText('cũng đã ghi buổi này')).toBeVisible({ timeout: 30_000 });
		await expect(page.getByText('cũng đã ghi buổi này')).toContainText('Quản Trị Viên');
		await one.phone.close();
	});

	test('is locked on the phone, and gone with everything once the phone is signed out from afar', async ({
		context
	}) => {
		const { phone, username, learner } = await aHelper(context);
		const page = await carry(phone);
		await phone.cut();
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		const raw = await page.evaluate(async () => {
			const open = indexedDB.open('bdhvs');
			const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
			const all = async (store: string) => {
				const asked = db.transaction(store).objectStore(store).getAll();
				await new Promise((resolve) => (asked.onsuccess = resolve));
				return asked.result;
			};
			const rows = [...(await all('lists')), ...(await all('work'))];
			const bytes = rows.flatMap((row) => [new Uint8Array((row.sealed ?? row).bytes)]);
			const [owner] = await all('owner');
			return { text: bytes.map((each) => new TextDecoder().decode(each)).join(), extractable: owner.key.extractable };
		});
		expect(raw.text.length).toBeGreaterThan(500);
		expect(raw.text).not.toContain(learner.name);
		expect(raw.extractable).toBe(false);

		const other = await context.browser()?.newContext();
		if (!other) throw new Error('a context has a browser');
		await callApi(other, '/session', { identifier: username, password });
		await other.request.delete(`${site}/api/sessions`, { headers: { origin: site } });
		await other.close();
		await phone.mend();
		await expect(page.getByRole('alert')).toContainText('đã được xóa khỏi máy');
		await page.reload();
		await expect(page.getByRole('button', { name: 'Tải lớp của tôi' })).toBeVisible();
		await expect(page.getByText('Chờ gửi.')).toHaveCount(0);
		await phone.close();
	});

	test('keeps no list of people on the phone of a helper who has left, and says why her work is not taken', async ({
		context
	}) => {
		const { phone, learner, grant } = await aHelper(context);
		const page = await carry(phone);
		await phone.cut();
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();
		await context.request.delete(`${site}/api/grants/${grant.id}`, { headers: { origin: site } });
		await phone.mend();
		await expect(page.getByText('hoặc bạn thôi phụ trách nơi ấy')).toBeVisible({ timeout: 30_000 });
		await expect(page.locator('button.class')).toHaveCount(0);
		await expect(page.getByText('Tài khoản của bạn chưa được giao việc này.')).toBeVisible();
		await phone.close();
	});

	test('waits thirty days, when the lists are gone already, and then goes', async ({ context }) => {
		const { phone, session, learner } = await aHelper(context);
		let page = await carry(phone);
		await phone.cut();
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();
		await page.close();
		page = await phone.context.newPage();
		await page.clock.setFixedTime(Date.now() + 30 * 24 * 3_600_000);
		await page.goto(`${site}/mang-theo`);
		await expect(page.getByText('Danh sách trên máy đã quá hạn')).toBeVisible();
		await page.clock.setFixedTime(Date.now()); // turning the clock back brings no list back
		await page.reload();
		await expect(page.getByText('Danh sách trên máy đã quá hạn')).toBeVisible();
		await phone.mend();
		await expect(async () => {
			const now = page.getByRole('button', { name: 'Gửi ngay' }); // unless it has gone by itself
			if (await now.isVisible()) await now.click({ timeout: 2_000 });
			await expect(page.getByText('Đã gửi.')).toBeVisible({ timeout: 2_000 });
		}).toPass({ timeout: 60_000 });
		const { people } = await callApi<{ people: unknown[] }>(phone.context, `/classes/${session.id}`);
		expect(people).toHaveLength(1);
		await phone.close();
	});

	test('goes also after she has a new password: that ends her session, but she is in', async ({ context }) => {
		const { phone, session, learner } = await aHelper(context);
		const page = await carry(phone);
		await phone.cut();
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();
		await phone.context.route('**/carried', (route) => route.abort()); // not before she has it
		await phone.mend();
		await callApi(phone.context, '/me/password', { current: password, next: 'mưa thuận gió hòa quanh năm' });
		await phone.context.unroute('**/carried');
		await page.goto(`${site}/mang-theo`);
		await expect(page.getByText('Đã gửi.')).toBeVisible({ timeout: 30_000 });
		const { people } = await callApi<{ people: unknown[] }>(phone.context, `/classes/${session.id}`);
		expect(people).toHaveLength(1);
		await phone.close();
	});

	test('is there after the site was updated in between, and goes', async ({ context }) => {
		const { phone, session, learner } = await aHelper(context, { older: true });
		const page = await carry(phone);
		await phone.context.setOffline(true); // the page stays open: the worker of before keeps no page
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();
		phone.update();
		await phone.context.route('**/carried', (route) => route.abort()); // this page must not be the one that sends
		await phone.context.setOffline(false);
		await page.evaluate(async () => {
			const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
			await (await navigator.serviceWorker.getRegistration())?.update();
			await taken;
		});
		await phone.context.unroute('**/carried');
		await page.goto(`${site}/bai-hoc`);
		const came = async () => (await callApi<{ people: unknown[] }>(phone.context, `/classes/${session.id}`)).people;
		await expect.poll(async () => (await came()).length).toBe(1);
		await phone.close();
	});

	test('stays on the screen where the phone is full', async ({ context }) => {
		const { phone, learner } = await aHelper(context);
		const page = await carry(phone);
		await phone.cut();
		await page.evaluate(() => {
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await expect(page.getByRole('alert')).toContainText('vẫn còn trên màn hình');
		await expect(page.getByLabel(new RegExp(learner.name)).first()).toBeChecked();
		await phone.close();
	});

	test('is kept from whoever signs in next, and told before signing out', async ({ context }) => {
		const { phone, learner } = await aHelper(context);
		const page = await carry(phone);
		await phone.cut();
		await page.locator('button.class').first().click();
		await page.getByLabel(new RegExp(learner.name)).first().check();
		await page.getByRole('button', { name: 'Xong buổi này' }).click();
		await expect(page.getByText('Chờ gửi.')).toBeVisible();
		await phone.context.route('**/carried', (route) => route.abort());
		await phone.mend();
		await page.goto(`${site}/dang-xuat`);
		await expect(page.getByText('Trên máy này còn 1 việc chưa gửi')).toBeVisible();
		await page.getByRole('button', { name: 'Ra khỏi tài khoản' }).click();
		await expect(page).not.toHaveURL(/dang-xuat/);
		await page.goto(`${site}/mang-theo`);
		await expect(page.getByRole('button', { name: 'Tải lớp của tôi' })).toBeVisible();
		await expect(page.getByText('Chờ gửi.')).toHaveCount(0);
		await phone.close();
	});
});
