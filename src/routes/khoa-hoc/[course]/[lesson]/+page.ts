import { read } from '$lib/api.ts';
import type { LessonView } from '../../../../catalog/index.ts';
import type { Whose } from '../../../../learn/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
	lesson: await read<LessonView>(
		fetch,
		`/courses/${encodeURIComponent(params.course)}/lessons/${encodeURIComponent(params.lesson)}`
	),
	/** Whose page it is, for its forms; null on the page for everyone. */
	whose: (await read<Whose>(fetch, '/me/whose')).whose
});
