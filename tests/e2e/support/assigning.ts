import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { answerRightly } from './answers.ts';
import { asAdministrator, callApi, courseId, heading, newName, signUp } from './people.ts';

export const site = process.env.SITE ?? '';

/** A commune with an office, and how somebody comes to belong to it. */
export interface Office {
	readonly id: string;
	readonly name: string;
	readonly commune: { id: string; name: string };
	readonly code: string;
}

/** An office in a commune of its own; whoever is in this browser becomes the commune's officer. */
export async function anOffice(browser: Browser, officer: BrowserContext): Promise<Office> {
	const root = await browser.newContext();
	await asAdministrator(root);
	const [name, within] = [newName('Văn phòng'), newName('Xã')];
	const commune = await callApi<{ id: string }>(root, '/places', {
		parentId: 'mau',
		name: within,
		villages: 'Thôn Đông'
	});
	const place = { parentId: commune.id, name, kind: 'organisation' };
	const { id } = await callApi<{ id: string }>(root, '/places', place);
	const { code } = await callApi<{ code: string }>(root, `/organisations/${id}/join-codes`, { days: 7 });
	await root.close();
	const office = { id, name, code, commune: { id: commune.id, name: within } };
	await asOfficerOf(browser, officer, office);
	return office;
}

/** Somebody new in this browser becomes an officer of the commune as well. */
export async function asOfficerOf(browser: Browser, officer: BrowserContext, { commune }: Office): Promise<void> {
	const { id: accountId } = await signUp(officer, 'Hoàng Thị Mai');
	const root = await browser.newContext();
	await asAdministrator(root);
	await callApi(root, '/grants', { accountId, role: 'officer', placeId: commune.id });
	await root.close();
}

/** Somebody new in this browser who belongs to the office. */
export async function aClerk(context: BrowserContext, { code }: Office, name: string): Promise<void> {
	await signUp(context, name);
	await callApi(context, `/join-codes/${code}/membership`, { position: 'Văn thư' });
}

/** A draft of the officer's for the office, through the API; the page of it. */
export async function aDraft(officer: BrowserContext, office: Office, title: string): Promise<string> {
	const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	const draft = await callApi<{ id: string }>(officer, '/assignments', {
		...{ title, reason: 'Để hồ sơ của bà con không lọt ra ngoài.', required: true, testAlone: true },
		...{ placeId: office.commune.id, startsOn: day(0), dueOn: day(14), items: [courseId] },
		targets: [{ kind: 'organisation', placeId: office.id }]
	});
	return `/giao-viec/${draft.id}`;
}

/** The same, sent: everybody there has it. */
export async function somethingSent(officer: BrowserContext, office: Office, title: string): Promise<string> {
	const path = await aDraft(officer, office, title);
	const id = path.split('/').at(-1) ?? '';
	await callApi(officer, `/assignments/${id}/sending`, { version: 1 });
	await expect.poll(async () => (await callApi<{ state: string }>(officer, `/assignments/${id}`)).state).toBe('sent');
	return path;
}

/** Takes the quiz that stands open on the page, right in everything, by what the pages offer. */
export async function passQuizHere(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
	for (let n = 1; n <= 10; n++) {
		await expect(page.getByText(`Câu ${n} trên 10`).first()).toBeVisible();
		await answerRightly(page);
		await page.getByRole('button', { name: 'Trả lời câu này' }).click();
	}
	await page.getByRole('button', { name: 'Nộp bài' }).click();
	await expect(heading(page)).toContainText('Qua bài rồi!');
}

/** Loads the page again until it says so: what follows from something follows soon after it. */
export async function showsSoon(page: Page, text: string | RegExp): Promise<void> {
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole('main')).toContainText(text, { timeout: 1_000 });
	}).toPass();
}
