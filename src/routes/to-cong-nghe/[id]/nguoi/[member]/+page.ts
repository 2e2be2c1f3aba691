import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import type { CommunityRulesView, TeamView } from '../../../../../community/index.ts';
import { say } from '../../../../../platform/messages/index.ts';
import { readKeeper } from '../../../../lop/access.ts';
import { optionsOf } from '../../../typed.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const team = await readAs<TeamView>({ fetch, url }, `/teams/${encodeURIComponent(params.id)}`);
	const member = team.people.find(({ id }) => id === params.member);
	if (!member) error(404, { message: say(languageOf(url.pathname), 'teams.no-such-member') });
	const rules = await read<CommunityRulesView>(fetch, '/community-rules');
	const sponsors = optionsOf(rules.sponsors);
	const { sponsor, sponsorWords, area, phone, joinedOn, lead } = member;
	if (!sponsors.some(({ value }) => value === sponsor.id)) sponsors.push({ value: sponsor.id, label: sponsor.name });
	return {
		team: { id: team.id, name: team.name, may: team.may },
		name: member.name ?? say(languageOf(url.pathname), 'teams.unnamed'),
		sponsors,
		typed: {
			...{ sponsor: sponsor.id, sponsorWords: sponsorWords ?? '', area: area ?? '', phone: phone ?? '' },
			...{ joinedOn, lead, leftOn: '' }
		}
	};
};
