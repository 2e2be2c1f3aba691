import { read } from '$lib/api.ts';
import type { Choices } from '../../assign/index.ts';
import type { CourseSummary, ProgrammeSummary, ProgrammeView, TestView } from '../../catalog/index.ts';

export interface Choice {
	value: string;
	label: string;
}

/** What can be given out, and for whom. */
export interface GivingChoices {
	places: Choice[];
	programmes: Choice[];
	courses: Choice[];
	tests: Choice[];
}

/** Everything that a form for giving things out offers. */
export async function readGivingChoices(fetch: typeof globalThis.fetch): Promise<GivingChoices> {
	const { places } = await read<Choices>(fetch, '/assignment-places');
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	const { tests } = await read<{ tests: TestView[] }>(fetch, '/tests');
	const views = await Promise.all(programmes.map(({ id }) => read<ProgrammeView>(fetch, `/programmes/${id}`)));
	const courses = new Map<string, CourseSummary>();
	for (const { courses: own } of views) for (const course of own) courses.set(course.id, course);
	return {
		places: places.map(({ id, name, within }) => ({ value: id, label: within === null ? name : `${name}, ${within}` })),
		programmes: programmes.map(({ id, title }) => ({ value: `programme:${id}`, label: title })),
		courses: [...courses.values()].map(({ id, title }) => ({ value: id, label: title })),
		tests: tests.map(({ id, title }) => ({ value: `test:${id}`, label: title }))
	};
}
