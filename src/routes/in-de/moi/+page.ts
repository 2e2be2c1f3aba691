import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { TestView } from '../../../assess/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { readTrainedKeeper } from '../../lop/access.ts';
import { readCourses } from '../../lop/lessons.ts';
import { readPlaceOptions } from '../../lop/places.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for a place where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readTrainedKeeper({ fetch, url });
	const lang = languageOf(url.pathname);
	const [places, { tests }, courses] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim')),
		read<{ tests: TestView[] }>(fetch, '/tests'),
		readCourses(fetch)
	]);
	return {
		places,
		lang,
		printed: [
			...tests.map(({ id, title }) => ({ value: `test:${id}`, label: title })),
			...courses.map(([id, course]) => ({ value: `course:${id}`, label: say(lang, 'papers.a-quiz', { course }) }))
		]
	};
};
