import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { CardsHere } from '../../community/index.ts';
import type { PeopleHere } from '../../identity/index.ts';
import type { PageLoad } from './$types';
import { lessonIn } from './turn.ts';

export const load: PageLoad = async ({ fetch, url }) => ({
	here: await read<PeopleHere>(fetch, '/device/people'),
	/** Whose cards are open on this device. */
	card: await read<CardsHere>(fetch, '/cards/here'),
	/** The lesson that goes on with whoever comes next. */
	lesson: lessonIn(askedIn(url, 'bai')),
	/** A name has just been forgotten. */
	forgotten: url.searchParams.has('da-quen')
});
