import { error } from '@sveltejs/kit';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../platform/messages/index.ts';

const seers = ['overseer', 'teacher', 'officer', 'administrator'];

/** Lets those in who look after an organisation somewhere; who isn't signed in is sent to do so first. */
export async function readManager(visit: { fetch: typeof fetch; url: URL }) {
	const me = await readWhoIs(visit);
	if (me.roles.some((role) => seers.includes(role))) return me;
	error(403, { message: say(languageOf(visit.url.pathname), 'members.not-a-manager') });
}
