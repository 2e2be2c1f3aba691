import { readAs } from '$lib/entry.ts';
import type { HelpedView } from '../../community/index.ts';
import { readLog } from './read-log.ts';
import { blankEntry, householdsIn } from './typed.ts';
import type { PageLoad } from './$types';

/** `?nguoi=` is a helped learner who was visited. */
export const load: PageLoad = async (event) => {
	const log = await readLog(event, 'visit');
	const { fetch, url } = event;
	const wanted = url.searchParams.get('nguoi');
	const path = `/helped-learners/${encodeURIComponent(wanted ?? '')}`;
	const first = wanted ? await readAs<HelpedView>({ fetch, url }, path) : undefined;
	const placeId = log.places.options.find(({ value }) => value === first?.place.id)?.value ?? log.placeId;
	const typed = blankEntry('visit', { placeId, whom: first ? `helped ${first.id}` : '' });
	return { ...log, households: householdsIn(log.list.entries, first), typed };
};
