import { read } from '$lib/api.ts';
import type { Choices } from '../../assign/index.ts';
import type { DownloadList, ProgrammeSummary, TestView } from '../../catalog/index.ts';

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
	const { courses } = await read<DownloadList>(fetch, '/downloads'); // all there are, in a programme or not
	return {
		places: places.map(({ id, name, within }) => ({ value: id, label: within === null ? name : `${name}, ${within}` })),
		programmes: programmes.map(({ id, title }) => ({ value: `programme:${id}`, label: title })),
		courses: courses.map(({ courseId, title }) => ({ value: courseId, label: title })),
		tests: tests.map(({ id, title }) => ({ value: `test:${id}`, label: title }))
	};
}
