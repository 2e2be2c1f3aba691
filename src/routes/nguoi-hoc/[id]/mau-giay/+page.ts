import { readAs } from '$lib/entry.ts';
import type { HelpedView } from '../../../../community/index.ts';
import { readKeeper } from '../../../lop/access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const { id, name, birthYear, place } = await readAs<HelpedView>(
		{ fetch, url },
		`/helped-learners/${encodeURIComponent(params.id)}`
	);
	return { id, name, birthYear, place: place.name };
};
