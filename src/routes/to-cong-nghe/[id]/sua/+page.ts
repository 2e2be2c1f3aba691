import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { CommunityRulesView, TeamView } from '../../../../community/index.ts';
import { readKeeper } from '../../../lop/access.ts';
import { readPlaceOptions } from '../../../lop/places.ts';
import { optionsOf } from '../../typed.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for another place where there are many. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const team = await readAs<TeamView>({ fetch, url }, `/teams/${encodeURIComponent(params.id)}`);
	const [places, rules] = await Promise.all([
		readPlaceOptions(fetch, askedIn(url, 'tim'), team.place),
		read<CommunityRulesView>(fetch, '/community-rules')
	]);
	const kinds = optionsOf(rules.teamKinds);
	if (!kinds.some(({ value }) => value === team.kind.id)) kinds.push({ value: team.kind.id, label: team.kind.name });
	return { team, places, kinds, typed: { kind: team.kind.id, name: team.name, placeId: team.place.id } };
};
