import { ask, read } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import type { FoundPlaces } from '../../assign/index.ts';
import type { DownloadList, ProgrammeSummary, TestView } from '../../catalog/index.ts';
import { placeChoices, type Choice } from './place-choices.ts';

/** What can be given out, and for whom. */
export interface GivingChoices {
	places: Choice[];
	/** Whether there are more places than are offered. */
	more: boolean;
	programmes: Choice[];
	courses: Choice[];
	tests: Choice[];
}

/** Everything that a form for giving things out offers; places that were chosen before stand there in any case. */
export async function readGivingChoices(
	{ fetch, url }: { fetch: typeof globalThis.fetch; url: URL },
	chosen: readonly { id: string; name: string }[] = []
): Promise<GivingChoices> {
	const offered = await ask<FoundPlaces>(fetch, 'POST /assignment-places', {});
	if (!offered.ok) return turnAway(url, offered);
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	const { tests } = await read<{ tests: TestView[] }>(fetch, '/tests');
	const { courses } = await read<DownloadList>(fetch, '/downloads'); // all there are, in a programme or not
	return {
		places: placeChoices(offered.data.places, chosen),
		more: offered.data.more,
		programmes: programmes.map(({ id, title }) => ({ value: `programme:${id}`, label: title })),
		courses: courses.map(({ courseId, title }) => ({ value: courseId, label: title })),
		tests: tests.map(({ id, title }) => ({ value: `test:${id}`, label: title }))
	};
}
