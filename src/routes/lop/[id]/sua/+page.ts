import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { ClassView } from '../../../../community/index.ts';
import { readKeeper } from '../../access.ts';
import { readLessonOptions } from '../../lessons.ts';
import { readPlaceOptions } from '../../places.ts';
import { typedFrom } from '../../prefilled.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for another place where there are many. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const session = await readAs<ClassView>({ fetch, url }, `/classes/${encodeURIComponent(params.id)}`);
	const [places, lessons] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim'), session.place),
		readLessonOptions(fetch)
	]);
	return { id: session.id, typed: typedFrom(session), places, lessons };
};
