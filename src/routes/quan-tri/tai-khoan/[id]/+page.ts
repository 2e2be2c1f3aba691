import { read } from '$lib/api.ts';
import { readAs, readWhoIs } from '$lib/entry.ts';
import type { AccountView } from '../../../../identity/index.ts';
import type { PlaceView } from '../../../../places/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const me = await readWhoIs({ fetch, url });
	const account = await readAs<AccountView>({ fetch, url }, `/accounts/${encodeURIComponent(params.id)}`);
	const query = url.searchParams.get('noi')?.trim() ?? '';
	return {
		account,
		mayGrant: me.roles.includes('administrator'),
		isMe: me.account.id === account.id,
		query,
		/** Places to give a role on: those found, or to begin with where she lives and where the administrator is one. */
		places: query ? await search(fetch, query) : nearby(account, me.grants),
		done: url.searchParams.get('xong')
	};
};

interface Choice {
	id: string;
	name: string;
	hint?: string;
}

function nearby(
	{ place }: AccountView,
	grants: readonly { role: string; place: { id: string; name: string } }[]
): Choice[] {
	const own = grants.filter(({ role }) => role === 'administrator').map((grant) => grant.place);
	const all = [...(place ? [place] : []), ...own];
	return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()];
}

/** Places with that in their name, each with what lies above it: many villages are called Thôn 1. */
async function search(fetch: typeof globalThis.fetch, query: string): Promise<Choice[]> {
	const asked = new URLSearchParams({ query, limit: '12' });
	const { places } = await read<{ places: PlaceView['children'] }>(fetch, `/places?${asked}`);
	const whole = await Promise.all(places.map(({ id }) => read<PlaceView>(fetch, `/places/${encodeURIComponent(id)}`)));
	return whole.map(({ id, name, parents }) => {
		const above = parents.slice(1).reverse();
		return { id, name, hint: above.map((each) => each.name).join(', ') };
	});
}
