import type { LayoutServerLoad } from './$types';

/** The language that the address asks for. Nothing about a person: public pages are the same bytes for everyone. */
export const load: LayoutServerLoad = ({ locals }) => ({ lang: locals.lang });
