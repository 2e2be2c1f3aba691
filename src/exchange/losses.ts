import type { BankQuestion } from '../catalog/index.ts';
import type { Draft } from './drafts.ts';
import type { About } from './incoming.ts';
import { shownAs } from './words/html.ts';

/** A part of a question that does not come back as it went. */
interface Loss {
	/** The message `exchange.<code>` says which part it is. */
	readonly code: 'lost-kind' | 'lost-stem' | 'lost-entry' | 'lost-why' | 'lost-about';
	readonly number?: number;
	readonly name?: string;
}

const carried = ['skill', 'level', 'lesson', 'grade'] as const;

/**
 * What a question loses on the way out and back: nobody keeps a list of what a format can't hold, but each question is
 * read again from what was written, and its parts are compared by what they show.
 */
export function lossesOf(question: BankQuestion, about: About, back: Omit<Draft, 'id'> | null): Loss[] {
	if (!back || back.type !== question.type.name) return [{ code: 'lost-kind' }];
	const { written, type } = question;
	const losses: Loss[] = [];
	if (!same(written.stem, back.written.stem)) losses.push({ code: 'lost-stem' });
	const entries = back.written.lines.map(({ text, why }) => {
		const [, sign = '', words = ''] = type.entry.exec(text) ?? [];
		return { sign, text: words, why };
	});
	written.entries.forEach(({ sign, text, explanation }, i) => {
		const other = entries[i];
		if (!other || signOf(sign) !== signOf(other.sign) || !same(text, other.text))
			losses.push({ code: 'lost-entry', number: i + 1 });
		else if (!same(explanation, other.why)) losses.push({ code: 'lost-why', number: i + 1 });
	});
	if (entries.length > written.entries.length) losses.push({ code: 'lost-entry', number: written.entries.length + 1 });
	for (const name of carried) if (about[name] !== back.incoming.about[name]) losses.push({ code: 'lost-about', name });
	return losses;
}

const same = (one: string, other: string) => one === other || shownAs(one) === shownAs(other);

/** Signs that say the same in both languages. */
const signs: Record<string, string> = { X: 'x', đúng: 'true', sai: 'false' };
const signOf = (sign: string) => signs[sign.toLowerCase()] ?? sign.toLowerCase();
