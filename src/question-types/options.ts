import type {
	AskedQuestion,
	CarriedChoice,
	CompiledBody,
	FaultSheet,
	Order,
	Phrases,
	WrittenBody,
	WrittenLines
} from '../catalog/index.ts';

/** What kinds of questions share whose options are written `- [x] …` and `- [ ] …`, each with its reason. */
export const writtenOptions = {
	entry: /^[-*+] \[( |x|X)\](?:\s+(.*))?$/,
	almost: /^\s*[-*+]?\s*\[[ xX]{0,3}\](?!\()/,
	example: '“- [ ] câu trả lời” hoặc “- [x] câu trả lời đúng”',
	explains: true,
	shape: ({ entries }: WrittenBody) => entries.map(({ sign }) => (sign === ' ' ? '-' : 'x')).join(''),
	compile: ({ entries }: WrittenBody, phrases: Phrases) => ({
		options: entries.map((entry, i) => ({
			id: letter(i),
			text: phrases(entry.tokens),
			correct: entry.sign !== ' ',
			explanation: phrases(entry.explanationTokens)
		}))
	}),
	inWords,
	shuffled: ({ options }: AskedQuestion) => options.map(({ id }) => id)
};

/** Entries as what there is to choose from, and back. */
export const choicesIn = (entries: WrittenBody['entries']): CarriedChoice[] =>
	entries.map(({ sign, text, explanation }) => ({ text, right: sign !== ' ', why: explanation }));
export const linesOf = (choices: readonly CarriedChoice[]): WrittenLines['lines'] =>
	choices.map(({ text, right, why }) => ({ text: `- [${right ? 'x' : ' '}] ${text}`, why }));

/** The ids of options: a, b, c… */
export const letter = (i: number) => String.fromCharCode(97 + i);

/** Ids by the alphabet of what they stand for: they tell nothing of the order in which an editor wrote it down. */
export function lettered(texts: readonly string[]): Map<string, string> {
	return new Map([...new Set(texts)].sort().map((text, i) => [text, letter(i)]));
}

/** How many options there are, and how many of them are right. */
export function checkOptionCount(
	{ line, entries }: WrittenBody,
	faults: FaultSheet,
	most: number
): { right: number; wrong: number } {
	const right = entries.filter(({ sign }) => sign !== ' ').length;
	if (entries.length < 2 || entries.length > most) faults.add(line, 'option-count', { count: entries.length, most });
	if (entries.length > 0 && right === 0) faults.add(line, 'no-right-answer');
	return { right, wrong: entries.length - right };
}

/** The options in the words of a translation that has as many of them; the key stays. */
export function inWords(question: CompiledBody, words: CompiledBody): CompiledBody | null {
	if (words.options.length !== question.options.length) return null;
	return {
		...question,
		options: question.options.map((option, i) => ({
			...option,
			text: words.options[i]?.text ?? option.text,
			explanation: words.options[i]?.explanation ?? option.explanation
		}))
	};
}

/** The things in the order in which they were drawn; as they were written where nothing was drawn. */
export function inOrder<T extends { readonly id: string }>(things: readonly T[], order: Order): T[] {
	if (order.length === 0) return [...things];
	return order.flatMap((id) => things.find((each) => each.id === id) ?? []);
}

/** Options as they are shown: no more than what they say. */
export const shown = (options: AskedQuestion['options'], order: Order) =>
	inOrder(options, order).map(({ id, text }) => ({ id, text }));

/** What most fields have nothing of. */
export const bare = { label: null, unit: null, exhibit: null } as const;

/**
 * Each hit is worth an equal part, each false alarm takes such a part away, and nothing goes below none: so choosing
 * everything is worth what guessing is.
 */
export function hitsAndFalseAlarms(options: AskedQuestion['options'], chosen: readonly string[] = []): number {
	const right = options.filter(({ correct }) => correct).length;
	const hits = options.filter(({ id, correct }) => correct && chosen.includes(id)).length;
	return Math.max(0, (2 * hits - chosen.length) / right);
}

/** The ids of the right options. */
export const rightOnes = (options: AskedQuestion['options']) =>
	options.filter(({ correct }) => correct).map(({ id }) => id);

/** What picking in several places is worth: each right one an equal part. */
export function rightParts(right: Readonly<Record<string, boolean>>): { points: number; right: typeof right } {
	const all = Object.values(right);
	return { points: all.filter(Boolean).length / all.length, right };
}
