import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { OrganisationView, StaffList } from '../../../../assign/index.ts';
import { readManager } from '../../access.ts';
import { emptyEntry } from './typed.ts';
import type { PageLoad } from './$types';

const filters: Record<string, string> = { 'chua-co': 'missing', 'chua-chac': 'doubtful' };

type Visit = Parameters<typeof readManager>[0];

async function lastingCode(visit: Visit, organisation: string): Promise<OrganisationView['codes'][number] | null> {
	const { codes } = await readAs<OrganisationView>(visit, `${organisation}/membership`);
	return codes.toSorted((a, b) => (a.endsAt < b.endsAt ? 1 : -1))[0] ?? null;
}

/** `?xem=` shows only some, `?sau=` goes on. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readManager({ fetch, url });
	const shown = askedIn(url, 'xem');
	const asked = new URLSearchParams();
	const only = filters[shown];
	if (only) asked.set('only', only);
	const after = askedIn(url, 'sau');
	if (after) asked.set('after', after);
	const path = `/organisations/${encodeURIComponent(params.id)}`;
	const list = await readAs<StaffList>({ fetch, url }, `${path}/staff?${asked.toString()}`);
	return {
		...{ list, shown: only ? shown : '', typed: emptyEntry, done: url.searchParams.get('xong') },
		/** The code that goes into the invitation of those without an account: the one that is good for longest. */
		code: only === 'missing' && list.entries.length > 0 ? await lastingCode({ fetch, url }, path) : null
	};
};
