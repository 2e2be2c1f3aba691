import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { PdfCertificate, Verification } from '../../../certify/index.ts';
import { say } from '../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const { roles } = await readWhoIs({ fetch, url });
	if (!roles.includes('administrator')) error(403, { message: say(languageOf(url.pathname), 'identity.not-allowed') });
	const code = askedIn(url, 'ma');
	const found = code ? await read<Verification>(fetch, `/verifications/${encodeURIComponent(code)}`) : null;
	const certificate = await read<PdfCertificate>(fetch, '/pdf-certificate');
	return { code, found, certificate, done: url.searchParams.has('xong') };
};
