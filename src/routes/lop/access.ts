import { error } from '@sveltejs/kit';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../platform/messages/index.ts';

const keepers = ['helper', 'officer', 'administrator'];

/** Lets those in who hold classes somewhere; who isn't signed in is sent to do so first. */
export async function readKeeper(visit: { fetch: typeof fetch; url: URL }) {
	const me = await readWhoIs(visit);
	if (!me.roles.some((role) => keepers.includes(role)))
		error(403, { message: say(languageOf(visit.url.pathname), 'community.not-a-keeper') });
	return me;
}
