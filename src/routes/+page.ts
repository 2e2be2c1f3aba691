import { read } from '$lib/api.ts';
import type { CourseView, ProgrammeSummary, ProgrammeView } from '../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	return { programmes, start: await firstLesson(fetch, programmes[0]) };
};

/** Where somebody lands who just wants to begin: the first lesson there is. */
async function firstLesson(ask: typeof fetch, programme: ProgrammeSummary | undefined): Promise<string> {
	const path = programme && (await read<ProgrammeView>(ask, `/programmes/${programme.id}`));
	const first = path?.courses[0];
	const course = first && (await read<CourseView>(ask, `/courses/${first.id}`));
	const lesson = course?.lessons[0];
	return lesson ? `/khoa-hoc/${course.id}/${lesson.id}` : '/bai-hoc';
}
