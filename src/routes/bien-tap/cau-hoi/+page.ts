import { askedIn } from '$lib/forms.ts';
import { readAs } from '$lib/entry.ts';
import type { ItemList } from '../../../assess/index.ts';
import type { PageLoad } from './$types';

/** Filters as they stand in the address bar, and what the API calls them. */
const names = { khoa: 'course', xem: 'flag' } as const;

/** `?sau=` is the last of the page before. */
export const load: PageLoad = async ({ fetch, url }) => {
	const chosen = Object.fromEntries(
		Object.keys(names)
			.map((name) => [name, askedIn(url, name)] as const)
			.filter(([, value]) => value !== '')
	);
	const filters = Object.entries(names).flatMap(([name, field]) => (chosen[name] ? [[field, chosen[name]]] : []));
	const after = askedIn(url, 'sau');
	const asked = new URLSearchParams([...filters, ...(after ? [['after', after]] : [])]);
	const list = await readAs<ItemList>({ fetch, url }, `/question-figures?${asked}`);
	const file = `/api/question-figures-export?${new URLSearchParams(filters)}`;
	return { list, chosen, further: after !== '', file };
};
