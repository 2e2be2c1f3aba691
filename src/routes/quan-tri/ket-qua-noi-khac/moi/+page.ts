import { readAs } from '$lib/entry.ts';
import type { FigureList } from '../../../../certify/index.ts';
import type { PageLoad } from './$types';

/** For officers alone; that somebody only came to write is no look at people. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readAs<FigureList>({ fetch, url }, '/elsewhere/figures');
};
