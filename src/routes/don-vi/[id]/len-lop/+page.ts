import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { YearPlan } from '../../../../assign/index.ts';
import type { PageLoad } from './$types';

/** `?nam=` the school year that ends, `?lop-cuoi=` the last grade of the school. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	const year = askedIn(url, 'nam');
	const lastGrade = askedIn(url, 'lop-cuoi');
	const asked = new URLSearchParams();
	if (/^20\d\d-20\d\d$/.test(year)) asked.set('from', year);
	if (/^([1-9]|1[0-2])$/.test(lastGrade)) asked.set('lastGrade', lastGrade);
	const path = `/organisations/${encodeURIComponent(params.id)}/school-year?${asked}`;
	return { plan: await readAs<YearPlan>({ fetch, url }, path) };
};
