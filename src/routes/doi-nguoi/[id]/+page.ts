import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { PeopleHere } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

/** Somebody whom this device remembers; for anybody else there is nothing to show. */
export const load: PageLoad = async ({ fetch, params, url }) => {
	const { people } = await read<PeopleHere>(fetch, '/device/people');
	const person = people.find(({ accountId }) => accountId === params.id);
	if (!person) redirect(303, inLanguage(languageOf(url.pathname), '/doi-nguoi'));
	return { person };
};
