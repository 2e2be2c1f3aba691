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
	const { viec, 'don-vi': placeId } = chosen;
	const list = await readAs<CommentList>({ fetch, url }, `/comments?${asked(chosen, askedIn(url, 'sau'))}`);
	const assignment = viec
		? await readAs<AssignmentView>({ fetch, url }, `/assignments/${encodeURIComponent(viec)}`)
		: null;
	const place = placeId ? await read<PlaceView>(fetch, `/places/${encodeURIComponent(placeId)}`) : null;
	const own = grants.filter(({ role }) => role === 'overseer').map((grant) => grant.place);
	return {
		...{ list, chosen, place: place && { id: place.id, name: place.name } },
		assignment: assignment && { id: assignment.id, title: assignment.title, sent: assignment.state !== 'draft' },
		/** Where whoever is here may say something; without any she only answers. */
		places: own.length ? options([...(place ? [place] : []), ...own]) : [],
		told: told[askedIn(url, 'xong')] ?? null
	};
};

function asked({ viec, 'don-vi': placeId, loc }: Record<string, string>, after: string): URLSearchParams {
	return new URLSearchParams({
		...(viec && { assignmentId: viec }),
		...(placeId && { placeId }),
		...(loc === 'cho' && { only: 'waiting' }),
		...(after && { after })
	});
}

/** Each place once. */
function options(places: readonly { id: string; name: string }[]) {
	return [...new Map(places.map(({ id, name }) => [id, { value: id, label: name }])).values()];
}
