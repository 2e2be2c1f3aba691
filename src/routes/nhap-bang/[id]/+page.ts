import { readAs } from '$lib/entry.ts';
import type { ImportView } from '../../../assign/index.ts';
import { readManager } from '../../don-vi/access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readManager({ fetch, url });
	return { sheet: await readAs<ImportView>({ fetch, url }, `/imports/${encodeURIComponent(params.id)}`) };
};
