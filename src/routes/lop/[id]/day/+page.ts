import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import type { CourseView, ProgrammeSummary, ProgrammeView } from '../../../../catalog/index.ts';
import type { ClassView } from '../../../../community/index.ts';
import { readKeeper } from '../../access.ts';
import type { PageLoad } from './$types';

/** `?khoa=` is the course whose lessons are offered; without it the session's own, or all courses to choose from. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const session = await readAs<ClassView>({ fetch, url }, `/classes/${encodeURIComponent(params.id)}`);
	const asked = url.searchParams.get('khoa') ?? session.course?.id ?? '';
	if (asked !== '') {
		const course = await read<CourseView>(fetch, `/courses/${encodeURIComponent(asked)}`);
		return { session, course, courses: [] };
	}
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	const views = await Promise.all(programmes.map(({ id }) => read<ProgrammeView>(fetch, `/programmes/${id}`)));
	const courses = new Map(views.flatMap((view) => view.courses.map(({ id, title }) => [id, { id, title }] as const)));
	return { session, course: null, courses: [...courses.values()] };
};
