import { redirect } from '@sveltejs/kit';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { PageLoad } from './$types';

/** A typed code leads to its own page, so that the result has an address. */
export const load: PageLoad = ({ url }) => {
	const code = url.searchParams.get('ma')?.trim();
	if (code) redirect(303, inLanguage(languageOf(url.pathname), `/xac-minh/${encodeURIComponent(code.slice(0, 80))}`));
	return { empty: code === '' };
};
