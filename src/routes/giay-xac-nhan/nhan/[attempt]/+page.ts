import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { AttemptResult } from '../../../../assess/index.ts';
import type { CourseView } from '../../../../catalog/index.ts';
import type { Me } from '../../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const result = await readAs<AttemptResult>({ fetch, url }, `/attempts/${encodeURIComponent(params.attempt)}/result`);
	if (!result.passed) redirect(303, inLanguage(languageOf(url.pathname), `/lam-bai/${result.id}/ket-qua`));
	const [{ account }, course] = await Promise.all([
		read<Me>(fetch, '/session'),
		read<CourseView>(fetch, `/courses/${result.courseId}`)
	]);
	return { result, course, name: account?.name ?? '', change: url.searchParams.has('sua') };
};
