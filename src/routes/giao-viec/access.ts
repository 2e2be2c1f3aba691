import { error } from '@sveltejs/kit';
import { readWhoIs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../platform/messages/index.ts';

const readers = ['overseer', 'teacher', 'officer', 'administrator'];

/** Lets those in who give things out to learn, or oversee it; who isn't signed in is sent to do so first. */
export async function readGiver(visit: { fetch: typeof fetch; url: URL }) {
	const me = await readWhoIs(visit);
	if (!me.roles.some((role) => readers.includes(role)))
		error(403, { message: say(languageOf(visit.url.pathname), 'duties.not-a-giver') });
	return me;
}

/** Whether somebody may give things out anywhere. */
export function isGiver({ roles }: { roles: readonly string[] }): boolean {
	return roles.some((role) => role !== 'overseer' && readers.includes(role));
}

/** Whether somebody oversees a place, or answers for one. */
export function seesComments({ roles }: { roles: readonly string[] }): boolean {
	return roles.some((role) => role !== 'teacher' && readers.includes(role));
}

/** Lets those in who see what was given out somewhere; who isn't signed in is sent to do so first. */
export async function readReader(visit: { fetch: typeof fetch; url: URL }) {
	const me = await readWhoIs(visit);
	if (!me.roles.some((role) => readers.includes(role)))
		error(403, { message: say(languageOf(visit.url.pathname), 'board.not-a-reader') });
	return me;
}
