import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { rightResponse } from './answers.ts';
import { fillIn, type FieldToFill } from '../../support/fill-in.ts';

export const password = 'con trâu đi trước cái cày';
export const courseId = 'an-toan-so';

const site = process.env.SITE ?? '';

let people = 0;

/** A username nobody has in this run. */
export function newUsername(): string {
	return `nguoi.${process.pid}.${Date.now().toString(36)}.${++people}`;
}

/** A name nobody has in this run. */
export function newName(family: string): string {
	return `${family} ${newUsername()
		.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
		.replaceAll('.', '')}`;
}

/** Calls the API with this browser's cookies, as a page of the site would. */
export async function callApi<T>(
	context: BrowserContext | { request: APIRequestContext },
	path: string,
	body?: unknown
): Promise<T> {
	const answer = await context.request.fetch(`${site}/api${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: { origin: site },
		...(body !== undefined && { data: body as object })
	});
	if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
	const text = await answer.text();
	return (text ? JSON.parse(text) : undefined) as T; // the contract of the API
}

/** Signs somebody new up in this browser. */
export async function signUp(
	context: BrowserContext,
	name = 'Nguyễn Thị Lan'
): Promise<{ username: string; id: string }> {
	const username = newUsername();
	const me = await callApi<{ account: { id: string } }>(context, '/accounts', {
		name,
		birthYear: 1964,
		username,
		password
	});
	return { username, id: me.account.id };
}

/** Makes the first administrator with the one-time link, or signs in as her where another test has made her. */
export async function asAdministrator(context: BrowserContext): Promise<void> {
	const token = new URL(`http://x${process.env.FIRST_ADMINISTRATOR_LINK}`).searchParams.get('ma');
	const person = { token, name: 'Quản Trị Viên', birthYear: 1980, username: 'quan.tri', password };
	try {
		await callApi(context, '/first-administrator', person);
	} catch {
		await callApi(context, '/session', { identifier: 'quan.tri', password });
	}
}

/** A session in a village of the sample commune that is on now; the administrator of the country holds it. */
export async function holdClass(context: BrowserContext, part: object = {}): Promise<{ id: string; code: string }> {
	await asAdministrator(context);
	const inVietNam = new Date(Date.now() + 7 * 3_600_000).toISOString();
	return callApi(context, '/classes', {
		placeId: 'mau-dong-sen-thuong',
		day: inVietNam.slice(0, 10),
		time: inVietNam.slice(11, 16),
		topic: `Nộp hồ sơ ở dichvucong.gov.vn/p/home/${newUsername()}`, // an address breaks nowhere by itself
		audience: 'Bà con lớn tuổi',
		rhythm: 'weekly',
		...part
	});
}

interface Attempt {
	id: string;
	questions: { id: string; fields: FieldToFill[] }[];
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** Takes the course's quiz through the API, knowing everything (or nothing); returns the attempt's id. */
export async function takeQuiz(context: BrowserContext, knowing: boolean): Promise<string> {
	const attempt = await callApi<Attempt>(context, `/courses/${courseId}/attempts`, {});
	for (const { id, fields } of attempt.questions) {
		const right = await rightResponse(id);
		const response = knowing
			? right
			: fillIn(fields, [0, 1, 2].find((turn) => !isSame(fillIn(fields, turn), right)) ?? 0);
		const answer = await context.request.put(`${site}/api/attempts/${attempt.id}/answers/${id}`, {
			headers: { origin: site },
			data: { response }
		});
		if (!answer.ok()) throw new Error(await answer.text());
	}
	await callApi(context, `/attempts/${attempt.id}/finish`, {});
	return attempt.id;
}

/** A record of a passed quiz, by its code. */
export async function earnRecord(
	context: BrowserContext,
	name = 'Nguyễn Thị Lan'
): Promise<{ code: string; attemptId: string }> {
	const attemptId = await takeQuiz(context, true);
	const { code } = await callApi<{ code: string }>(context, '/records', { attemptId, name });
	return { code, attemptId };
}

/** The text of the page's one main heading. */
export function heading(page: Page) {
	return page.getByRole('heading', { level: 1 });
}
