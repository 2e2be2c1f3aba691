import { redirect } from '@sveltejs/kit';
import { askedIn } from '$lib/forms.ts';
import { readScanned } from '$lib/check/scanned.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import { policyWithCamera } from '../../platform/http/headers.ts';
import type { PageLoad } from './$types';

/** A typed code, or the address it stands in, leads to its own page, so that the result has an address. */
export const load: PageLoad = ({ url, setHeaders }) => {
	setHeaders({ 'permissions-policy': policyWithCamera });
	const typed = askedIn(url, 'ma');
	const code = readScanned(typed)[0]?.code ?? typed;
	if (code) redirect(303, inLanguage(languageOf(url.pathname), `/xac-minh/${encodeURIComponent(code)}`));
	return { empty: url.searchParams.has('ma') };
};
