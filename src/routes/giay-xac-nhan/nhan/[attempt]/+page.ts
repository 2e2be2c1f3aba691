import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { AttemptResult } from '../../../../assess/index.ts';
import type { CourseView } from '../../../../catalog/index.ts';
import type { Me, OwnIdentity } from '../../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const result = await readAs<AttemptResult>({ fetch, url }, `/attempts/${encodeURIComponent(params.attempt)}/result`);
	if (!result.passed) redirect(303, inLanguage(languageOf(url.pathname), `/lam-bai/${result.id}/ket-qua`));
	const [{ account }, course] = await Promise.all([
		read<Me>(fetch, '/session'),
		read<CourseView>(fetch, `/courses/${result.courseId}`)
	]);
	const identity = account ? (await read<OwnIdentity>(fetch, '/me/identity')).identity : null;
	const checked = identity && identity.level >= 2 ? identity : null;
	const name = checked?.name ?? account?.name ?? '';
	return { result, course, name, checked, change: !checked && url.searchParams.has('sua') };
};
