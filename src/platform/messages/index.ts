import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues } from './catalogues.ts';
import type { Lang } from './lang.ts';

export type { Lang } from './lang.ts';

/** What a message may be given: words and numbers, put in where the message names them. */
export type Values = Record<string, string | number>;

const formats = new Map<string, IntlMessageFormat>();

/**
 * The sentence for a key (`<room>.<key>`) in a language, with ICU MessageFormat values put in. What English lacks
 * is said in Vietnamese; a key that nobody wrote comes back as itself, and a test finds it.
 */
export function say(lang: Lang, key: string, values?: Values): string {
	const text = catalogues[lang][key] ?? catalogues.vi[key];
	if (text === undefined) return key;
	if (!text.includes('{')) return text;
	const id = `${lang} ${key}`;
	let format = formats.get(id);
	if (!format) formats.set(id, (format = new IntlMessageFormat(text, lang === 'vi' ? 'vi-VN' : 'en-GB')));
	return String(format.format(values));
}

/** All sentences of one part (`offline` for `offline.…`) as they are written, for a script that has to say them without us. */
export function sentencesOf(lang: Lang, part: string): Record<string, string> {
	const begin = `${part}.`;
	const own = Object.entries({ ...catalogues.vi, ...catalogues[lang] }).filter(([key]) => key.startsWith(begin));
	return Object.fromEntries(own.map(([key, text]) => [key.slice(begin.length), text]));
}

/** The language a request asks for by its Accept-Language header; Vietnamese unless English clearly comes first. */
export function preferredLang(acceptLanguage: string | undefined): Lang {
	return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'vi';
}
