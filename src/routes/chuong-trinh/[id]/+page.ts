import { read } from '$lib/api.ts';
import type { ProgrammeSummary, ProgrammeView } from '../../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
	const [programme, all] = await Promise.all([
		read<ProgrammeView>(fetch, `/programmes/${encodeURIComponent(params.id)}`),
		read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes')
	]);
	return { programme, others: all.programmes.filter((each) => each.id !== programme.id) };
};
