import type {
	AskedQuestion,
	CompiledBody,
	FaultSheet,
	Order,
	Response,
	ReviewedField,
	WrittenBody
} from '../catalog/index.ts';
import type { QuestionType } from '../catalog/index.ts';

/** What kinds of questions share whose options are written `- [x] …` and `- [ ] …`, each with its reason. */
export const writtenOptions = {
	entry: /^[-*+] \[( |x|X)\](?:\s+(.*))?$/,
	almost: /^\s*[-*+]?\s*\[[ xX]{0,3}\](?!\()/,
	explains: true,
	shape: ({ entries }: WrittenBody) => entries.map(({ sign }) => (sign === ' ' ? '-' : 'x')).join(''),
	compile: ({ entries }: WrittenBody, phrases: Parameters<QuestionType['compile']>[1]) => ({
		options: entries.map((entry, i) => ({
			id: String.fromCharCode(97 + i),
			text: phrases(entry.tokens),
			correct: entry.sign !== ' ',
			explanation: phrases(entry.explanationTokens)
		}))
	}),
	inWords,
	shuffled: ({ options }: AskedQuestion) => options.map(({ id }) => id)
};

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

function inWords(question: CompiledBody, words: CompiledBody): CompiledBody | null {
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

/** What most fields have nothing of. */
export const bare = { label: null, unit: null, picture: null } as const;

/** The options of one field after the end, with what was chosen and why each is right or not. */
export function reviewedOptions(
	{ options }: AskedQuestion,
	{ order, response }: { order: Order; response: Response },
	name: string
): ReviewedField['options'] {
	return inOrder(options, order).map(({ id, text, correct, explanation }) => ({
		...{ id, text, correct, explanation },
		chosen: response[name]?.includes(id) ?? false
	}));
}
