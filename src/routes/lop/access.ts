import { error, redirect } from '@sveltejs/kit';
import { lessonPath, readAs, readWhoIs } from '$lib/entry.ts';
import type { FieldLesson } from '../../community/index.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../platform/messages/index.ts';

const keepers = ['helper', 'officer', 'administrator'];

/** Lets those in who hold classes somewhere; who isn't signed in is sent to do so first. */
export async function readKeeper(visit: { fetch: typeof fetch; url: URL }) {
	const me = await readWhoIs(visit);
	if (!isKeeper(me)) error(403, { message: say(languageOf(visit.url.pathname), 'community.not-a-keeper') });
	return me;
}

/** Whether somebody holds classes anywhere. */
export function isKeeper({ roles }: { roles: readonly string[] }): boolean {
	return roles.some((role) => keepers.includes(role));
}

const managers = ['officer', 'administrator'];

/** Whether somebody makes teams and sees figures over all of them. */
export function isManager({ roles }: { roles: readonly string[] }): boolean {
	return roles.some((role) => managers.includes(role));
}

/** The same, for a form whose answer tells of people: a helper who has a lesson to finish is told before she types. */
export async function readTrainedKeeper(visit: { fetch: typeof fetch; url: URL }) {
	const me = await readKeeper(visit);
	if (isManager(me)) return me;
	const { done } = await readAs<FieldLesson>(visit, '/field-lesson');
	if (!done) redirect(303, lessonPath(visit.url, visit.url.pathname + visit.url.search));
	return me;
}
