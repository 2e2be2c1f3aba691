import { page } from '$app/state';
import { inLanguage, languageOf, type Lang } from '$lib/language.ts';
import { say, sentencesOf, type Values } from '../platform/messages/index.ts';

export interface Words {
	lang: Lang;
	/** The sentence for a key of the message catalogue, e.g. `t('site.skip')`. */
	t(key: string, values?: Values): string;
	/** All sentences of a part of the catalogue, as text for an attribute: for a script that says them without signal. */
	sentences(part: string): string;
	/** The address of a page of this site in the reader's language: `to('/bai-hoc')`. */
	to(path: string): string;
}

/** The reader's language and its words; call it while a component starts. */
export function words(): Words {
	const lang = languageOf(page.url.pathname);
	return {
		lang,
		t: (key, values) => say(lang, key, values),
		sentences: (part) => JSON.stringify(sentencesOf(lang, part)),
		to: (path) => (path.startsWith('/') ? inLanguage(lang, path) : path)
	};
}
