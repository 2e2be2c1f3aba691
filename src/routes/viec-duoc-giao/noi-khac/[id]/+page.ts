import { error } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import type { OwnDuties } from '../../../../assign/index.ts';
import { say } from '../../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	const { duties } = await readAs<OwnDuties>({ fetch, url }, '/me/duties');
	const duty = duties.find(({ id }) => id === params.id);
	if (!duty) error(404, { message: say(languageOf(url.pathname), 'duties.no-such-duty') });
	return { title: duty.title };
};
