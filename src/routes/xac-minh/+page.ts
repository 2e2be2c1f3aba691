import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import { readScanned } from '$lib/check/scanned.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { BadgeAnswer } from '../../certify/index.ts';
import { policyWithCamera } from '../../platform/http/headers.ts';
import { say } from '../../platform/messages/index.ts';
import type { PageLoad } from './$types';

/** A typed code, or the address it stands in, leads to its own page, so that the result has an address. */
export const load: PageLoad = async ({ fetch, url, setHeaders }) => {
	setHeaders({ 'permissions-policy': policyWithCamera });
	const typed = askedIn(url, 'ma');
	const code = readScanned(typed)[0]?.code ?? typed;
	if (code) redirect(303, inLanguage(languageOf(url.pathname), `/xac-minh/${encodeURIComponent(code)}`));
	return { empty: url.searchParams.has('ma'), ...(await badgeSaid(fetch, url)) };
};

const faults = /^badge\.(too-large|foreign|damaged|empty|packed|none-sent|unreadable)$|^platform\.too-quick$/;

/** What became of a badge that was sent from here: what is wrong with its file, or with it. The address only says to ask. */
async function badgeSaid(ask: typeof fetch, url: URL): Promise<{ badgeFault?: string; badge?: string }> {
	if (!url.searchParams.has('huy-hieu')) return {};
	const { said } = await read<BadgeAnswer>(ask, '/badge-verifications/last');
	if (said === null) return {};
	if (/^(altered|foreign|unregistered)$/.test(said)) return { badge: said };
	return faults.test(said) ? { badgeFault: say(languageOf(url.pathname), said, { minutes: 10 }) } : {};
}
