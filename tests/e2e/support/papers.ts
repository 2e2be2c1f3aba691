import type { BrowserContext } from '@playwright/test';
import { writeDown } from './helped.ts';
import { asAdministrator, callApi, courseId } from './people.ts';

type Scene = (context: BrowserContext) => Promise<string>;

export interface Paper {
	id: string;
	codes: string[];
	versions: { code: string; questions: { number: number; fields: { name: string; marks: string[] }[] }[] }[];
}

export const finalTest = { testId: 'cuoi-khoa-nguoi-dan' };
export const quiz = { courseId };
export const placement = { testId: 'thu-suc-an-toan' };

/** The administrator of the country prints a test for a village of the sample commune. */
export async function printPaper(context: BrowserContext, part: object = finalTest): Promise<Paper> {
	await asAdministrator(context);
	return callApi(context, '/papers', { placeId: 'mau-dong-sen-thuong', ...part });
}

/** Pages of tests on paper, and how to get to where each can be seen. */
export const paperScenes: Record<string, Scene> = {};
for (const path of ['/in-de', '/in-de?ma=khong-co', '/in-de/moi', '/en/in-de/moi?tim=dong'])
	paperScenes[`${path} (administrator)`] = async (context) => {
		await printPaper(context);
		return path;
	};
for (const [lang, part, rest] of [
	['', { ...finalTest, versions: 2 }, ''],
	['', finalTest, '/dap-an'],
	['', quiz, '/de'],
	['/en', quiz, '/de?co=to'],
	['/en', placement, ''],
	['', placement, '/de'],
	['', placement, '/dap-an'],
	['/en', placement, '/dap-an?co=to']
] as const)
	paperScenes[`on paper: ${lang} ${Object.values(part).join(' ')}${rest}`] = async (context) =>
		`${lang}/in-de/${(await printPaper(context, part)).id}${rest}`;
for (const [lang, rest] of [
	['', ''],
	['', '?bo'],
	['/en', '']
])
	paperScenes[`sheets that were typed in ${lang}${rest}`] = async (context) => {
		const { id, codes } = await printPaper(context);
		for (const name of ['Bà Tư', `Nguyễn Thị Minh Khai ${'Hoa '.repeat(10)}`]) {
			const sheet = { key: crypto.randomUUID(), code: codes[0], name, identityChecked: true, answers: [] };
			const { sheets } = await callApi<{ sheets: { attemptId: string }[] }>(context, `/papers/${id}/results`, sheet);
			const body = { attemptId: sheets[0]?.attemptId, reason: 'Nhập nhầm tờ của người khác' };
			if (name !== 'Bà Tư') await callApi(context, `/papers/${id}/voids`, body);
		}
		return `${lang}/in-de/${id}${rest}`;
	};
for (const lang of ['', '/en'])
	paperScenes[`typing in a sheet ${lang}`] = async (context) => {
		await writeDown(context);
		const { id, codes } = await printPaper(context);
		return `${lang}/in-de/${id}/nhap/${codes[0]}`;
	};
