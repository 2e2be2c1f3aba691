import { readAs } from '$lib/entry.ts';
import type { FigureList } from '../../../../certify/index.ts';
import type { PageLoad } from './$types';

/** Who may not see figures from elsewhere may not bring any. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readAs<FigureList>({ fetch, url }, '/elsewhere/figures');
};
