import { redirect } from '@sveltejs/kit';
import { askedIn } from '$lib/forms.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { PageLoad } from './$types';

/** A typed code leads to its own page, so that the result has an address. */
export const load: PageLoad = ({ url }) => {
	const code = askedIn(url, 'ma');
	if (code) redirect(303, inLanguage(languageOf(url.pathname), `/xac-minh/${encodeURIComponent(code)}`));
	return { empty: url.searchParams.has('ma') };
};
