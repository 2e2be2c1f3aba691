import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import type { PlaceView } from '../../../../places/index.ts';
import type { PageLoad } from './$types';

/** Only for who is signed in. */
export const load: PageLoad = async ({ fetch, url }) => {
	const [{ account }, { places }] = await Promise.all([
		readWhoIs({ fetch, url }),
		read<{ places: PlaceView['children'] }>(fetch, '/places')
	]);
	return { account, provinces: places };
};
