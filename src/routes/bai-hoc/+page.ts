import { read } from '$lib/api.ts';
import type { CourseSummary, ProgrammeSummary, ProgrammeView } from '../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	const paths = await Promise.all(programmes.map(({ id }) => read<ProgrammeView>(fetch, `/programmes/${id}`)));
	const courses = new Map<string, CourseSummary>(
		paths.flatMap((path) => path.courses.map((course) => [course.id, course]))
	);
	return { programmes, courses: [...courses.values()] };
};
