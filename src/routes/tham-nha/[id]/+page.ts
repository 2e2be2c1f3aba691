import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { CommunityRulesView, EntryView } from '../../../community/index.ts';
import { readKeeper } from '../../lop/access.ts';
import { readLessonOptions } from '../../lop/lessons.ts';
import { readPlaceOptions } from '../../lop/places.ts';
import { householdsIn, typedFrom } from '../typed.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for another place where there are many. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const entry = await readAs<EntryView>({ fetch, url }, `/help-entries/${encodeURIComponent(params.id)}`);
	const [places, lessons, rules] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim'), entry.place),
		readLessonOptions(fetch),
		read<CommunityRulesView>(fetch, '/community-rules')
	]);
	const households = householdsIn([], entry.helped ?? undefined);
	return { entry, places, lessons, rules, households, typed: typedFrom(entry) };
};
