import type { Lang } from '../platform/messages/index.ts';

/** Vietnamese HTML shown on a page of another language: its links to this site stay within that language. */
export function linksIn(html: string, lang: Lang): string {
	if (lang === 'vi') return html;
	return html.replace(/<a href="\/(?!\/|en\/|media\/)/g, `<a href="/${lang}/`);
}
