import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, newName, signUp } from './people.ts';

type Scene = (context: BrowserContext) => Promise<string>;

/** A school with classes 4A and 5A of an earlier year, and two pupils in the list of 4A. */
export async function aSchool(context: BrowserContext): Promise<{ id: string; name: string }> {
	await asAdministrator(context);
	const make = (part: object) => callApi<{ id: string }>(context, '/organisations', part);
	const name = newName('Trường');
	const { id } = await make({ parentId: 'mau-dong-sen', name, organisationKind: 'school' });
	const aClass = { parentId: id, organisationKind: 'class', schoolYear: '2025-2026' };
	const { id: fourth } = await make({ ...aClass, name: 'Lớp 4A', grade: 4 });
	await make({ ...aClass, name: 'Lớp 5A', grade: 5 });
	for (const pupil of ['Bùi Thị Ánh', 'Hồ Văn Ba'])
		await callApi(context, `/organisations/${fourth}/staff`, { name: pupil, birthYear: 2016 });
	return { id, name };
}

/** Somebody whom the administrator made overseer of the sample commune signs in here. */
export async function asOverseer(context: BrowserContext): Promise<void> {
	const { id: accountId } = await signUp(context, 'Đỗ Thị Mặt Trận');
	const office = await context.browser()?.newContext();
	if (!office) throw new Error('a page always has a browser');
	await asAdministrator(office);
	await callApi(office, '/grants', { accountId, role: 'overseer', placeId: 'mau-dong-sen' });
	await office.close();
}

/** The pages of a school that goes over to its next year, and of what overseers say. */
export const schoolScenes: Record<string, Scene> = {};

for (const lang of ['', '/en'])
	schoolScenes[`${lang}/don-vi/[id]/len-lop (administrator)`] = async (context) =>
		`${lang}/don-vi/${(await aSchool(context)).id}/len-lop`;
schoolScenes['a school with nothing to go up'] = async (context) => {
	const { id } = await aSchool(context);
	return `/don-vi/${id}/len-lop?nam=2020-2021`;
};
schoolScenes['a school after its classes went up'] = async (context) => {
	const { id } = await aSchool(context);
	await callApi(context, `/organisations/${id}/school-year`, { from: '2025-2026', lastGrade: 5, staying: [] });
	return `/don-vi/${id}?da-len-lop`;
};
schoolScenes['/giao-viec/gop-y (administrator)'] = async (context) => {
	await asAdministrator(context);
	return '/giao-viec/gop-y';
};
schoolScenes['/giao-viec/gop-y (overseer, with a thread)'] = async (context) => {
	await asOverseer(context);
	const { id } = await callApi<{ id: string }>(context, '/comments', {
		...{ placeId: 'mau-dong-sen', text: 'Bà con thôn Thượng chưa có máy để học.' }
	});
	return `/giao-viec/gop-y?xong=gui#thread-${id}`;
};
