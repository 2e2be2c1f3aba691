import { read } from '$lib/api.ts';
import type { CardsHere } from '../../community/index.ts';
import type { PeopleHere } from '../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => ({
	here: await read<PeopleHere>(fetch, '/device/people'),
	/** Whose card is open on this device. */
	card: (await read<CardsHere>(fetch, '/cards/here')).open,
	/** A name has just been forgotten. */
	forgotten: url.searchParams.has('da-quen')
});
