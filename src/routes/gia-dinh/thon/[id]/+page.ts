import { readAs } from '$lib/entry.ts';
import type { HelpedList, HouseholdView } from '../../../../community/index.ts';
import { readKeeper } from '../../../lop/access.ts';
import type { PageLoad } from './$types';

/** The first helped learners by name; where there are more, she looks among them. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const home = await readAs<HouseholdView>({ fetch, url }, `/households/${encodeURIComponent(params.id)}`);
	const { learners } = await readAs<HelpedList>({ fetch, url }, '/helped-learners');
	const choices = learners.map(({ id, name, apart, birthYear }) => ({
		value: id,
		label: [name, apart, birthYear].filter(Boolean).join(', ')
	}));
	return { home, choices, done: url.searchParams.get('xong') };
};
