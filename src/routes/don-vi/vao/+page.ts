import { redirect } from '@sveltejs/kit';
import { askedIn } from '$lib/forms.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { PageLoad } from './$types';

/** A code that was typed leads to its own page. */
export const load: PageLoad = ({ url }) => {
	const code = askedIn(url, 'ma').replace(/\s/g, '');
	if (code) redirect(303, inLanguage(languageOf(url.pathname), `/don-vi/vao/${encodeURIComponent(code)}`));
};
