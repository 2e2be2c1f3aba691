import { error } from '@sveltejs/kit';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../platform/messages/index.ts';
import { isKeeper } from '../lop/access.ts';

/** Lets those in who may supervise a test somewhere; who isn't signed in is sent to do so first. */
export async function readPrinter(visit: { fetch: typeof fetch; url: URL }): Promise<void> {
	if (!isKeeper(await readWhoIs(visit))) {
		error(403, { message: say(languageOf(visit.url.pathname), 'papers.not-a-supervisor') });
	}
}

/** Whether an address asks for large print. */
export const isLarge = (url: URL) => url.searchParams.get('co') === 'to';
