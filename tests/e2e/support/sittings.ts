import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, newUsername } from './people.ts';

type Scene = (context: BrowserContext) => Promise<string>;

export interface OpenSitting {
	id: string;
	code: string;
}

/** The administrator of the country supervises a final test in a village of the sample commune. */
export async function openSitting(context: BrowserContext): Promise<OpenSitting> {
	await asAdministrator(context);
	const body = { testId: 'cuoi-khoa-nguoi-dan', placeId: 'mau-dong-sen-thuong', retakeAllowed: true };
	return callApi(context, '/sittings', body);
}

/** Somebody joins in a browser of her own; returns her attempt. */
export async function joinSitting(context: BrowserContext, { code }: OpenSitting, name: string): Promise<string> {
	const other = await context.browser()?.newContext();
	if (!other) throw new Error('a page always has a browser');
	const { id } = await callApi<{ id: string }>(other, `/sitting-codes/${code}/attempts`, { name });
	await other.close();
	return id;
}

/** Pages of sittings, and how to get to where each can be seen. */
export const sittingScenes: Record<string, Scene> = {
	'/vao-thi': async () => '/vao-thi',
	'/vao-thi/khong-co-ma': async () => '/vao-thi/khong-co-ma'
};
for (const path of ['/coi-thi', '/coi-thi/moi', '/en/coi-thi/moi?tim=dong'])
	sittingScenes[`${path} (administrator)`] = async (context) => {
		await openSitting(context);
		return path;
	};
for (const [lang, rest] of [
	['', ''],
	['/en', '?xong=void'],
	['', '/ket-qua']
] as const)
	sittingScenes[`a sitting ${lang}${rest}`] = async (context) => {
		const sitting = await openSitting(context);
		const ids = [];
		for (const name of ['Bà Tư', `Nguyễn Thị Minh Khai ${'Hoa '.repeat(10)}`, ''])
			ids.push(await joinSitting(context, sitting, name));
		const steer = (what: string, body: object) => callApi(context, `/sittings/${sitting.id}/${what}`, body);
		await steer('pause', { attemptId: ids[0] });
		await steer('voids', { attemptId: ids[1], reason: `Nhờ người khác làm ${newUsername()}` });
		return `${lang}/coi-thi/${sitting.id}${rest}`;
	};
sittingScenes['the door of a sitting'] = async (context) => {
	const { code } = await openSitting(context);
	await context.clearCookies();
	return `/vao-thi/${code}`;
};
sittingScenes['the door of one’s own sitting'] = async (context) => `/en/vao-thi/${(await openSitting(context)).code}`;
