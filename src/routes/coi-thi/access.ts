import { error } from '@sveltejs/kit';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../platform/messages/index.ts';
import { isKeeper } from '../lop/access.ts';

/** Lets those in who supervise sittings somewhere; who isn't signed in is sent to do so first. */
export async function readSupervisor(visit: { fetch: typeof fetch; url: URL }): Promise<void> {
	const me = await readWhoIs(visit);
	if (!isKeeper(me)) error(403, { message: say(languageOf(visit.url.pathname), 'sittings.not-a-supervisor') });
}
