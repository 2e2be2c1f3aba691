import { filled } from '../enhance/page.ts';
import { lang } from './call-api.ts';

let known: Record<string, string> | undefined;

/** A sentence of `offline.json`, as the page brought it along; without signal nobody could be asked for it. */
export function t(key: string, values: Record<string, string | number> = {}): string {
	known ??= JSON.parse(document.querySelector<HTMLElement>('[data-sentences]')?.dataset.sentences ?? '{}') as Record<
		string,
		string
	>;
	return known[key] === undefined ? key : filled(known[key], values);
}

/** An address of the site in the page's language. */
export const to = (path: string) => (lang() === 'en' ? `/en${path}` : path);

/** About how much, as people say it: 0,6 MB. */
export function megabytes(bytes: number): string {
	const format = new Intl.NumberFormat(lang() === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 });
	return `${format.format(Math.max(bytes / 1_000_000, 0.1))} MB`;
}
