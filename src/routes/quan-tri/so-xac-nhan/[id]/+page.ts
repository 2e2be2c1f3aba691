import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { MismatchList } from '../../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const after = askedIn(url, 'sau');
	const page = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
	const path = `/national-register/reconciliations/${encodeURIComponent(params.id)}/mismatches${page}`;
	return readAs<MismatchList>({ fetch, url }, path);
};
