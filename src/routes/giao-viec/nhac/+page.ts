import { readReader } from '../access.ts';
import { readAs } from '$lib/entry.ts';
import type { ReminderText } from '../../../assign/index.ts';
import type { PageLoad } from './$types';
import { filtersIn } from '../bang/filters.ts';

export const load: PageLoad = async ({ fetch, url }) => {
	await readReader({ fetch, url });
	const { chosen, asked } = filtersIn(url);
	const whom = asked.filter(([field]) => field !== 'state');
	const query = new URLSearchParams(whom);
	return { text: await readAs<ReminderText>({ fetch, url }, `/duty-reminders/text?${query}`), chosen };
};
