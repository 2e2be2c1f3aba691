import type { Lang } from '../platform/messages/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { questionType } from './question-type.ts';
import { linksIn } from './links-in.ts';
import type { CompiledQuestion, StoredItem } from './items.ts';
import { findTranslation, getItemByHash } from './queries.ts';
import { find, type Release } from './release.ts';
import type { CheckQuestion } from './schemas.ts';

/** One version of a question, with its key: for the rooms that grade, never for an answer to a browser. */
export interface Question extends CompiledQuestion {
	readonly id: string;
	/** The hash of the Vietnamese version, whatever the language: keep this with an answer. */
	readonly hash: string;
	readonly lang: Lang;
	/** False where the Vietnamese stands in for a missing translation. */
	readonly translated: boolean;
}

/** The question without its key: which option is right, and why, stays here. */
export function withoutKey(question: Question): CheckQuestion {
	return {
		id: question.id,
		stem: question.stem,
		multiple: false,
		options: question.options.map(({ id, text }) => ({ id, text }))
	};
}

/** The question of the current release, in a language. */
export function questionIn(release: Release, id: string, lang: Lang): Question | null {
	const found = find(release, 'question', { id, lang });
	return found && joined(id, found.base, { lang, words: found.translated ? found.compiled : null });
}

/** The questions of a bank of the current release, by id: see `bankOf`. */
export function questionsIn(release: Release, lang: Lang, bank: string): Question[] {
	return (release.banks.get(bank) ?? [])
		.map((id) => questionIn(release, id, lang))
		.filter((question) => question !== null);
}

/** Any version of a question that was ever published, in a language where its translation is known. */
export async function getQuestion(
	release: Release,
	reader: Reader,
	{ hash, lang }: { hash: string; lang: Lang }
): Promise<Question | null> {
	const current = release.byHash.get(hash);
	if (current?.kind === 'question' && current.lang === 'vi') return questionIn(release, current.id, lang);
	const stored = await getItemByHash(reader, hash);
	if (stored?.kind !== 'question') return null;
	const base = stored as StoredItem<'question'>; // the line above looked
	const other = lang === 'vi' ? null : await findTranslation(reader, hash, lang);
	return joined(base.id, base, { lang, words: other ? (other as StoredItem<'question'>).compiled : null });
}

/** The Vietnamese version decides; a translation gives the words only, and only when it has the same options. */
function joined(
	id: string,
	base: StoredItem<'question'>,
	{ lang, words }: { lang: Lang; words: CompiledQuestion | null }
): Question {
	const { compiled } = base;
	const inWords = words && questionType(compiled.type).inWords(compiled, words);
	const shown = inWords ?? compiled;
	const say = (html: string) => (inWords ? html : linksIn(html, lang));
	return {
		...compiled,
		id,
		hash: base.hash,
		lang: inWords ? lang : 'vi',
		translated: inWords !== null || lang === 'vi',
		stem: say(inWords && words ? words.stem : compiled.stem),
		options: shown.options.map((option) => ({
			...option,
			text: say(option.text),
			explanation: say(option.explanation)
		})),
		...(shown.key !== undefined && { key: eachText(shown.key, say) })
	};
}

/** The same with every text in it changed. */
function eachText(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((each) => eachText(each, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, change)]));
}
