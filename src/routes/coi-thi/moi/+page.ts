import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { TestView } from '../../../assess/index.ts';
import { readPlaceOptions } from '../../lop/places.ts';
import { readSupervisor } from '../access.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for a place where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readSupervisor({ fetch, url });
	const [places, { tests }] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim')),
		read<{ tests: TestView[] }>(fetch, '/tests')
	]);
	return { places, tests: tests.map(({ id, title }) => ({ value: id, label: title })) };
};
