import type { Reroute } from '@sveltejs/kit';
import { withoutLanguage } from '$lib/language.ts';

/** `/en/…` shows the same page in English; the routes themselves know one address. */
export const reroute: Reroute = ({ url }) => withoutLanguage(url.pathname);
