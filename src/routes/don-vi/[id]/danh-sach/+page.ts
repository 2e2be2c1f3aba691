import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { StaffList } from '../../../../assign/index.ts';
import { readManager } from '../../access.ts';
import { emptyEntry } from './typed.ts';
import type { PageLoad } from './$types';

const filters: Record<string, string> = { 'chua-co': 'missing', 'chua-chac': 'doubtful' };

/** `?xem=` shows only some, `?sau=` goes on. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readManager({ fetch, url });
	const shown = askedIn(url, 'xem');
	const asked = new URLSearchParams();
	const only = filters[shown];
	if (only) asked.set('only', only);
	const after = askedIn(url, 'sau');
	if (after) asked.set('after', after);
	const path = `/organisations/${encodeURIComponent(params.id)}/staff`;
	const list = await readAs<StaffList>({ fetch, url }, `${path}?${asked.toString()}`);
	return { list, shown: only ? shown : '', typed: emptyEntry, done: url.searchParams.get('xong') };
};
