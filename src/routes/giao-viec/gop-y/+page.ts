import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs, readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { AssignmentView, CommentList } from '../../../assign/index.ts';
import type { PlaceView } from '../../../places/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { narrowedTo } from './asked.ts';
import type { PageLoad } from './$types';

const told: Record<string, string> = { gui: 'comments.sent', rut: 'comments.taken' };

/** `?viec=` about one assignment, `?don-vi=` at or below a place, `?loc=cho` those that wait, `?sau=` goes on. */
export const load: PageLoad = async ({ fetch, url }) => {
	const { roles, grants } = await readWhoIs({ fetch, url });
	if (!roles.some((role) => ['overseer', 'officer', 'administrator'].includes(role)))
		error(403, { message: say(languageOf(url.pathname), 'comments.not-yours') });
	const chosen = narrowedTo(url);
	const { viec, 'don-vi': placeId, loc } = chosen;
	const after = askedIn(url, 'sau');
	const asked = {
		...(viec && { assignmentId: viec }),
		...(placeId && { placeId }),
		...(loc === 'cho' && { only: 'waiting' }),
		...(after && { after })
	};
	const list = await readAs<CommentList>({ fetch, url }, `/comments?${new URLSearchParams(asked)}`);
	const assignment = viec
		? await readAs<AssignmentView>({ fetch, url }, `/assignments/${encodeURIComponent(viec)}`)
		: null;
	const place = placeId ? await read<PlaceView>(fetch, `/places/${encodeURIComponent(placeId)}`) : null;
	const own = grants.filter(({ role }) => role === 'overseer').map((grant) => grant.place);
	const places = [...(place ? [place] : []), ...own].map(({ id, name }) => [id, { value: id, label: name }] as const);
	return {
		...{ list, chosen, place: place && { id: place.id, name: place.name } },
		assignment: assignment && { id: assignment.id, title: assignment.title, sent: assignment.state !== 'draft' },
		/** Where whoever is here may say something; without any she only answers. */
		places: own.length ? [...new Map(places).values()] : [],
		told: told[askedIn(url, 'xong')] ?? null
	};
};
