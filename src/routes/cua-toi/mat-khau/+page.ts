import { readAs } from '$lib/entry.ts';
import type { PageLoad } from './$types';

/** Only for who is signed in. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readAs({ fetch, url }, '/me/sessions');
};
