import type { BrowserContext } from '@playwright/test';
import { callApi, earnRecord } from './people.ts';
import { inDatabase } from './register.ts';

type Scene = (context: BrowserContext) => Promise<string>;

/** Shows a record by a link, and returns where the link leads. */
export async function shareRecord(context: BrowserContext): Promise<string> {
	const { code } = await earnRecord(context);
	const { url } = await callApi<{ url: string }>(context, '/record-shares', { codes: [code], days: 30 });
	return new URL(url).pathname;
}

/** A record that was signed anew because its key was believed stolen; the code of the former one. */
export async function signedAnew(context: BrowserContext): Promise<string> {
	const { code } = await earnRecord(context);
	await callApi(context, `/records/${code}/name`, { name: 'Nguyễn Thị Lán' });
	inDatabase((database) =>
		database.prepare('update completion_records set withdrawn_reason = ? where code = ?').run('Khóa bị lộ.', code)
	);
	return code;
}

/** Passes the quiz with every answer right, by which a further record is earned, and collects that one. */
async function earnMerit(context: BrowserContext): Promise<string> {
	const { attemptId } = await earnRecord(context);
	const asked = { attemptId, name: 'Nguyễn Thị Lan', rule: 'an-toan-so-gioi' };
	return (await callApi<{ code: string }>(context, '/records', asked)).code;
}

/** Sends a file to be checked as the plain form does, and returns the page that says what it came to. */
async function sendBadge(context: BrowserContext, file: string): Promise<string> {
	const site = process.env.SITE ?? '';
	const badge = { name: 'huy-hieu.txt', mimeType: 'text/plain', buffer: Buffer.from(file) };
	const answer = await context.request.post(`${site}/api/badge-verifications?page=vi`, {
		headers: { origin: site },
		multipart: { badge }
	});
	const { pathname, search } = new URL(answer.url());
	return pathname + search;
}

/** A badge as its holder downloads it. */
async function badgeOf(context: BrowserContext): Promise<string> {
	const { code } = await earnRecord(context);
	return (await context.request.get(`${process.env.SITE ?? ''}/api/records/${code}/credential?form=jwt`)).text();
}

/** Pages of records, and how to get to where each can be seen. */
export const recordScenes: Record<string, Scene> = {
	'all records, none of them there': async (context) => {
		await callApi(context, '/courses/an-toan-so/attempts', {});
		return '/giay-xac-nhan';
	},
	'all records, one shared': async (context) => {
		await shareRecord(context);
		return '/giay-xac-nhan';
	},
	'a record of another kind, to be taken': async (context) => {
		const { attemptId } = await earnRecord(context);
		return `/giay-xac-nhan/nhan/${attemptId}?theo=an-toan-so-gioi`;
	},
	'a record of another kind': async (context) => `/giay-xac-nhan/${await earnMerit(context)}`,
	'records on a sheet': async (context) => `/giay-xac-nhan/in?ma=${(await earnRecord(context)).code}&ma=khong`,
	'the name on a record put right': async (context) => `/giay-xac-nhan/${(await earnRecord(context)).code}/sua-ten`,
	'a record that was replaced': async (context) => {
		const { code } = await earnRecord(context);
		await callApi(context, `/records/${code}/name`, { name: 'Nguyễn Thị Lán' });
		return `/giay-xac-nhan/${code}`;
	},
	'all records, signed anew': async (context) => {
		await signedAnew(context);
		return '/giay-xac-nhan';
	},
	'a record that was signed anew': async (context) => `/giay-xac-nhan/${await signedAnew(context)}`,
	'a code of what was signed anew': async (context) => `/xac-minh/${await signedAnew(context)}`,
	'a badge that was sent, genuine': async (context) => sendBadge(context, await badgeOf(context)),
	'a badge that was sent, altered': async (context) => sendBadge(context, (await badgeOf(context)).slice(0, -9)),
	'a badge that was sent, no badge': async (context) => sendBadge(context, 'xin chào'),
	'a link that shows a record': shareRecord,
	'a link that shows nothing': async () => `/chia-se/${'A'.repeat(22)}`
};
