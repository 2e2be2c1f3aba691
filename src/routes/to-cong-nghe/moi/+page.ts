import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { CommunityRulesView } from '../../../community/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { isManager, readKeeper } from '../../lop/access.ts';
import { readPlaceOptions } from '../../lop/places.ts';
import { optionsOf } from '../typed.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for a place where there are many. */
export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readKeeper({ fetch, url });
	if (!isManager(me)) error(403, { message: say(languageOf(url.pathname), 'teams.not-your-team') });
	const [places, rules] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim')),
		read<CommunityRulesView>(fetch, '/community-rules')
	]);
	return { places, kinds: optionsOf(rules.teamKinds), typed: { kind: '', name: '', placeId: '' } };
};
