import type { Lang } from '../platform/messages/index.ts';

export type { Lang };

/** `/en/bai-hoc` → `en`; everything else is Vietnamese. */
export function languageOf(pathname: string): Lang {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi';
}

/** The path without its language prefix: `/en/bai-hoc` → `/bai-hoc`. */
export function withoutLanguage(pathname: string): string {
	return languageOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;
}

/**
 * The address of a page of this site in the given language: (`en`, `/bai-hoc`) → `/en/bai-hoc`. It never begins with
 * two slashes (`/en//elsewhere`), which would lead to another site.
 */
export function inLanguage(lang: Lang, pathname: string): string {
	const bare = withoutLanguage(pathname).replace(/^\/+/, '/');
	if (lang === 'vi') return bare;
	return bare === '/' ? '/en' : `/en${bare}`;
}
