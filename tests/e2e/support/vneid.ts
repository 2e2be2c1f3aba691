import { expect, type BrowserContext, type Page } from '@playwright/test';
import { callApi, newName, newUsername, password, signUp } from './people.ts';

const site = process.env.SITE ?? '';

interface How {
	/** The name of somebody new, or one of the made-up people by the words the page lists them with. */
	called?: string;
	person?: RegExp;
	fault?: string;
	consent?: boolean;
}

/** Goes through the stand-in's pages, from the first to the way back. */
export async function goThroughVneid(page: Page, { called, person, fault, consent = true }: How): Promise<void> {
	await expect(page.getByText('MÔ PHỎNG. Đây không phải VNeID.')).toBeVisible();
	if (called) {
		await page.getByLabel(/một người tự đặt tên/).check();
		await page.getByLabel('Tên của người mới').fill(called);
	} else if (person) await page.getByLabel(person).check();
	await page.getByLabel(/Mã bí mật/).fill('246810');
	if (fault) await page.getByLabel('Tập một sự cố').selectOption(fault);
	await page.getByRole('button', { name: 'Vào' }).click();
	await page.getByRole('button', { name: consent ? 'Đồng ý' : 'Không đồng ý', exact: true }).click();
}

/** Somebody whom VNeID has vouched for in this browser, before she says whose account it is. */
export async function vouchedFor(context: BrowserContext, called = newName('Lò Thị')): Promise<void> {
	const page = await context.newPage();
	await page.goto('/dang-nhap/vneid');
	await goThroughVneid(page, { called });
	await expect(page.getByText('VNeID vừa cho biết')).toBeVisible();
	await page.close();
}

/** Somebody with an account joined to an identity. */
export async function joined(context: BrowserContext, called?: string): Promise<string> {
	await vouchedFor(context, called);
	const username = newUsername();
	await callApi(context, '/vneid/accounts', { username, password, consent: true });
	return username;
}

/** Somebody with two accounts, signed in to the one without the identity, which VNeID has just vouched for. */
async function twoAccounts(context: BrowserContext): Promise<void> {
	const called = newName('Lò Thị');
	await joined(context, called);
	await signUp(context);
	const page = await context.newPage();
	await page.goto('/dang-nhap/vneid?gan');
	await goThroughVneid(page, { called });
	await expect(page.getByText('VNeID vừa cho biết')).toBeVisible();
	await page.close();
}

/** The two become one. */
async function unite(context: BrowserContext): Promise<void> {
	const data = { sure: true, differs: true, password };
	const answer = await context.request.post(`${site}/api/me/unions`, { headers: { origin: site }, data });
	expect(answer.status()).toBe(204);
}

/** The pages of signing in with VNeID, for the walk of every page. */
export const vneidScenes: Record<string, (context: BrowserContext) => Promise<string>> = {
	'/dang-nhap/vneid/tro-ve (nobody is on the way)': async () => '/dang-nhap/vneid/tro-ve?state=khong-co',
	'/en/dang-nhap/vneid/lan-dau (nobody waits)': async () => '/en/dang-nhap/vneid/lan-dau',
	'/dang-nhap/vneid/lan-dau (vouched for)': async (context) => {
		await vouchedFor(context);
		return '/dang-nhap/vneid/lan-dau';
	},
	'/en/dang-nhap/vneid/lan-dau (vouched for)': async (context) => {
		await vouchedFor(context);
		return '/en/dang-nhap/vneid/lan-dau';
	},
	'/dang-nhap/vneid/lan-dau (another name is signed in)': async (context) => {
		await signUp(context);
		await vouchedFor(context);
		return '/dang-nhap/vneid/lan-dau';
	},
	'/dang-nhap/vneid/lan-dau (she has two accounts)': async (context) => {
		await twoAccounts(context);
		return '/dang-nhap/vneid/lan-dau';
	},
	'/cua-toi/danh-tinh (two accounts are one)': async (context) => {
		await twoAccounts(context);
		await unite(context);
		return '/cua-toi/danh-tinh';
	},
	'/cua-toi/danh-tinh (no identity)': async (context) => {
		await signUp(context);
		return '/cua-toi/danh-tinh';
	},
	'/cua-toi/danh-tinh (joined)': async (context) => {
		await joined(context);
		return '/cua-toi/danh-tinh';
	}
};
