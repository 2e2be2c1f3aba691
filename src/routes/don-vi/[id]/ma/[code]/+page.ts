import { error } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import type { OrganisationView } from '../../../../../assign/index.ts';
import { say } from '../../../../../platform/messages/index.ts';
import { readManager } from '../../../access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readManager({ fetch, url });
	const path = `/organisations/${encodeURIComponent(params.id)}`;
	const organisation = await readAs<OrganisationView>({ fetch, url }, `${path}/membership`);
	const code = organisation.codes.find(({ id }) => id === params.code);
	if (!code) error(404, { message: say(languageOf(url.pathname), 'members.no-such-code') });
	return { organisation, code };
};
