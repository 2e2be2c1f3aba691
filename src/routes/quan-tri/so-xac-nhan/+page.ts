import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { ReconciliationList, RegisterStanding, TroubleList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const visit = { fetch, url };
	const standing = await readAs<RegisterStanding>(visit, '/national-register');
	const after = askedIn(url, 'sau');
	const page = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
	const { troubles, next } = await readAs<TroubleList>(visit, `/national-register/troubles${page}`);
	const { reconciliations } = await readAs<ReconciliationList>(visit, '/national-register/reconciliations');
	return { standing, troubles, next, reconciliations, done: askedIn(url, 'xong') };
};
