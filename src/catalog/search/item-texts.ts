import type { CompiledOf, ItemKind } from '../items.ts';
import { plainText } from './plain-text.ts';

/** What of an item can be found: a whole lesson, or one word of the glossary. */
export interface ItemText {
	/** The id of a glossary's word; empty otherwise. */
	readonly part: string;
	readonly title: string;
	/** The summary, then everything there is to read; questions are not among it. */
	readonly text: string;
}

export type SearchableKind = 'lesson' | 'course' | 'programme' | 'glossary';

export const isSearchable = (kind: ItemKind): kind is SearchableKind =>
	kind === 'lesson' || kind === 'course' || kind === 'programme' || kind === 'glossary';

const line = (...parts: string[]) =>
	parts
		.filter((part) => part !== '')
		.join(' ')
		.normalize('NFC');

const readers: { [K in SearchableKind]: (compiled: CompiledOf[K], part: string | null) => ItemText[] } = {
	lesson: ({ title, summary, parts }) => {
		const read = parts.map((part) => (part.kind === 'html' ? plainText(part.html) : ''));
		return [{ part: '', title: line(title), text: line(summary, ...read) }];
	},
	course: ({ title, summary, outcomes, introduction }) => [
		{ part: '', title: line(title), text: line(summary, ...outcomes, plainText(introduction)) }
	],
	programme: ({ title, summary, about, introduction }) => [
		{ part: '', title: line(title), text: line(summary, about, plainText(introduction)) }
	],
	glossary: ({ terms }, part) =>
		terms
			.filter(({ id }) => part === null || id === part)
			.map(({ id, term, meaning }) => ({ part: id, title: line(term), text: line(plainText(meaning)) }))
};

/** The texts of an item of this kind; of a glossary only the one word, if asked for. */
export function textsOfItem<K extends SearchableKind>(
	kind: K,
	compiled: CompiledOf[K],
	part: string | null = null
): ItemText[] {
	return readers[kind](compiled, part);
}
