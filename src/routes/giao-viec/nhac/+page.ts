import { readReader } from '../access.ts';
import { readAs } from '$lib/entry.ts';
import type { ReminderText } from '../../../assign/index.ts';
import type { PageLoad } from './$types';
import { filtersIn } from '../bang/filters.ts';

/** `?ten` writes the text with the names of those who are late. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readReader({ fetch, url });
	const { chosen, asked } = filtersIn(url);
	const names = url.searchParams.has('ten');
	const whom = asked.filter(([field]) => field !== 'state');
	const query = new URLSearchParams([...whom, ...(names ? [['names', 'yes']] : [])]);
	return { text: await readAs<ReminderText>({ fetch, url }, `/duty-reminders/text?${query}`), chosen, names };
};
