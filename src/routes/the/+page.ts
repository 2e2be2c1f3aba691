import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { CardsHere } from '../../community/index.ts';
import type { PageLoad } from './$types';

/** Whose card is open here; otherwise a code that was typed leads to its own page. */
export const load: PageLoad = async ({ fetch, url }) => {
	const code = askedIn(url, 'ma').replace(/\s/g, '');
	if (code) redirect(303, inLanguage(languageOf(url.pathname), `/the/${encodeURIComponent(code)}`));
	const { open } = await read<CardsHere>(fetch, '/cards/here');
	return { open, done: url.searchParams.get('xong') };
};
