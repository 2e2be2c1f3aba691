import { read } from '$lib/api.ts';
import type { CourseView, ProgrammeSummary, ProgrammeView } from '../../catalog/index.ts';

export interface LessonOption {
	value: string;
	label: string;
}

/** Beyond this many courses a list of every lesson is no help: then only the courses. */
const mostCourses = 40;

/** What a session can be about: each course, and its lessons below it. */
export async function readLessonOptions(fetch: typeof globalThis.fetch): Promise<LessonOption[]> {
	const courses = await readCourses(fetch);
	if (courses.length > mostCourses) return courses.map(([value, label]) => ({ value, label }));
	const whole = await Promise.all(courses.map(([id]) => read<CourseView>(fetch, `/courses/${id}`)));
	return whole.flatMap(({ id, title, lessons }) => [
		{ value: id, label: title },
		...lessons.map((lesson) => ({ value: `${id}/${lesson.id}`, label: `– ${lesson.title}` }))
	]);
}

/** The courses of all programmes, each with its title. */
export async function readCourses(fetch: typeof globalThis.fetch): Promise<[id: string, title: string][]> {
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	const views = await Promise.all(programmes.map(({ id }) => read<ProgrammeView>(fetch, `/programmes/${id}`)));
	return [...new Map(views.flatMap((view) => view.courses.map((course) => [course.id, course.title])))];
}
