import { read } from '$lib/api.ts';
import type { ClassView } from '../../../../community/index.ts';
import { readKeeper } from '../../access.ts';
import { readLessonOptions } from '../../lessons.ts';
import { readPlaceOptions } from '../../places.ts';
import { typedFrom } from '../../prefilled.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const [session, { options }, lessons] = await Promise.all([
		read<ClassView>(fetch, `/classes/${encodeURIComponent(params.id)}`),
		readPlaceOptions(fetch, ''),
		readLessonOptions(fetch)
	]);
	const { id, name } = session.place;
	const places = options.some(({ value }) => value === id) ? options : [{ value: id, label: name }, ...options];
	return { id: session.id, typed: typedFrom(session), places, lessons };
};
