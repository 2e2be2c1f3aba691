import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, signUp } from './people.ts';

type Scene = (context: BrowserContext) => Promise<string>;

/** The pages of an organisation’s people, and how to get to where each can be seen. */
export const organisationScenes: Record<string, Scene> = {};

let made = 0;

/** An organisation with a code, which the administrator has joined, and somebody in its list. */
async function anOffice(context: BrowserContext) {
	await asAdministrator(context);
	const place = { parentId: 'mau-dong-sen', name: `Cơ quan ${++made}-${process.pid}`, kind: 'organisation' };
	const { id } = await callApi<{ id: string }>(context, '/places', place);
	const at = `/organisations/${id}`;
	const { id: codeId, path } = await callApi<{ id: string; path: string }>(context, `${at}/join-codes`, { days: 7 });
	const entry = await callApi<{ id: string }>(context, `${at}/staff`, { name: 'Bùi Thị Ánh', birthYear: 1980 });
	return { id, codeId, path, entryId: entry.id };
}

organisationScenes['/don-vi/vao'] = async () => '/don-vi/vao';
organisationScenes['/en/don-vi/vao/khong-co-ma (signed in)'] = async (context) => {
	await signUp(context);
	return '/en/don-vi/vao/khong-co-ma';
};
organisationScenes['/don-vi/cua-toi (signed in)'] = async (context) => {
	await signUp(context);
	return '/don-vi/cua-toi';
};
const pages = {
	people: ({ id }) => `/don-vi/${id}/nguoi`,
	'sheet with the code': ({ id, codeId }) => `/don-vi/${id}/ma/${codeId}`,
	'code to join by': ({ path }) => path,
	list: ({ id }) => `/don-vi/${id}/danh-sach`,
	'list of the doubtful': ({ id }) => `/en/don-vi/${id}/danh-sach?xem=chua-chac`,
	'row of the list': ({ id, entryId }) => `/don-vi/${id}/danh-sach/${entryId}`,
	spreadsheets: ({ id }) => `/nhap-bang?don-vi=${id}`,
	'refused spreadsheet': ({ id }) => `/en/nhap-bang?don-vi=${id}&sai=imports.empty`
} satisfies Record<string, (office: Awaited<ReturnType<typeof anOffice>>) => string>;
for (const [name, pathOf] of Object.entries(pages))
	organisationScenes[`an organisation: ${name}`] = async (context) => pathOf(await anOffice(context));
