import { readAs } from '$lib/entry.ts';
import type { PaperKey } from '../../../../assess/index.ts';
import { isLarge } from '../../access.ts';
import type { PageLoad } from './$types';

/** `?co=to` prints large. */
export const load: PageLoad = async ({ fetch, params, url }) => ({
	paper: await readAs<PaperKey>({ fetch, url }, `/papers/${encodeURIComponent(params.id)}/key`),
	large: isLarge(url)
});
