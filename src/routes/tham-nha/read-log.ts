import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { CommunityRulesView, EntryList, EntryView } from '../../community/index.ts';
import { isManager, readTrainedKeeper } from '../lop/access.ts';
import { readLessonOptions } from '../lop/lessons.ts';
import { readPlaceOptions } from '../lop/places.ts';

/** What both logs show: the form's choices, what was written down lately. `?tim=` looks for a place where there are many. */
export async function readLog({ fetch, url }: { fetch: typeof globalThis.fetch; url: URL }, kind: EntryView['kind']) {
	const me = await readTrainedKeeper({ fetch, url });
	const after = url.searchParams.get('sau');
	const asked = after ? `&after=${encodeURIComponent(after)}` : '';
	const list = await readAs<EntryList>({ fetch, url }, `/help-entries?kind=${kind}${asked}`);
	const last = list.entries.find(({ mine }) => mine)?.place;
	const [places, lessons, rules] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim')),
		readLessonOptions(fetch),
		read<CommunityRulesView>(fetch, '/community-rules')
	]);
	const placeId = places.options.find(({ value }) => value === last?.id)?.value ?? places.options[0]?.value ?? '';
	return { list, places, lessons, rules, manages: isManager(me), placeId, done: url.searchParams.get('xong') };
}
