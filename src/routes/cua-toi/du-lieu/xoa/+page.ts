import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { Me } from '../../../../identity/index.ts';
import type { OwnDataView } from '../../../../privacy/index.ts';
import type { PageLoad } from './$types';

/** Where there is nothing to delete, or it is not hers to do here, the page before says so. */
export const load: PageLoad = async ({ fetch, url }) => {
	const [kept, session] = await Promise.all([read<OwnDataView>(fetch, '/me/data?most=1'), read<Me>(fetch, '/session')]);
	const back = inLanguage(languageOf(url.pathname), '/cua-toi/du-lieu');
	if (kept.as === 'nobody' || kept.as === 'card') redirect(303, back);
	return { as: kept.as, parts: kept.parts, roles: session.roles.length };
};
