import type { CompiledBody } from '../../catalog/index.ts';
import { bare, inOrder, lettered } from '../options.ts';
import { withReview } from '../with-review.ts';

/** The ids of the steps in their right order. */
type Key = readonly string[];
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it
const nameOf = (id: string) => `step-${id}`;

/**
 * Steps are put in order: each gets its place. Each step that was put right behind the one that comes before it is worth
 * an equal part, so a single step in a wrong place does not spoil the rest; a place given to two steps counts for neither.
 */
export const order = withReview(
	{
		...{ name: 'order', example: '“1. việc đầu tiên”', explains: false, hint: 'questions.hint-order' },
		entry: /^(\d+)[.)](?:\s+(.*))?$/,
		almost: /^\s*(?:[-*+]\s+|\[[ xX]?\](?!\()|\d+\s*[.)/-])/,
		carriage: {
			carry: ({ stem, entries }) => ({
				stem,
				body: { shape: 'steps', steps: entries.map(({ text, explanation }) => ({ text, why: explanation })) }
			}),
			write({ stem, body }) {
				if (body.shape !== 'steps') return null;
				return { stem, lines: body.steps.map(({ text, why }, i) => ({ text: `${i + 1}. ${text}`, why })) };
			}
		},
		check({ line, entries }, faults) {
			if (entries.length < 3 || entries.length > 8) faults.add(line, 'step-count', { count: entries.length });
			entries.forEach(({ line: at, sign }, i) => {
				if (Number(sign) !== i + 1) faults.add(at, 'step-number', { found: sign, number: i + 1 });
			});
		},
		shape: ({ entries }) => String(entries.length),
		compile({ entries }, phrases) {
			const ids = lettered(entries.map(({ text }) => text));
			const options = entries.map(({ text, tokens, explanationTokens }) => ({
				id: ids.get(text) ?? '',
				text: phrases(tokens),
				correct: true,
				explanation: phrases(explanationTokens)
			}));
			return { options: inOrder(options, [...ids.values()]), key: options.map(({ id }) => id) satisfies Key };
		},
		inWords(question, words) {
			const key = keyOf(question);
			if (keyOf(words).length !== key.length) return null;
			const options = question.options.map(({ id }) => ({ ...stepAt(words, key.indexOf(id)), id }));
			return { options, key };
		},
		shuffled: ({ options }) => options.map(({ id }) => id),
		fields({ options }, drawn) {
			const places = options.map((_, i) => ({ id: String(i + 1), text: String(i + 1) }));
			return inOrder(options, drawn).map(({ id, text }) => ({
				...{ ...bare, name: nameOf(id), control: 'pick', label: text },
				options: places
			}));
		},
		grade(question, response) {
			const key = keyOf(question);
			const given = key.map((id) => Number(response[nameOf(id)]?.[0] ?? 0));
			const places = given.map((place) => (given.indexOf(place) === given.lastIndexOf(place) ? place : 0));
			const followed = places.filter((place, i) => place > 0 && i > 0 && places[i - 1] === place - 1 && place > 1);
			return {
				points: followed.length / (key.length - 1),
				right: Object.fromEntries(key.map((id, i) => [nameOf(id), given[i] === i + 1]))
			};
		},
		solution: (question) => Object.fromEntries(keyOf(question).map((id, i) => [nameOf(id), [String(i + 1)]]))
	},
	({ options }, field) => ({ explanation: options.find(({ id }) => nameOf(id) === field)?.explanation ?? '' })
);

function stepAt(words: CompiledBody, i: number): CompiledBody['options'][number] {
	const step = words.options.find(({ id }) => id === keyOf(words)[i]);
	if (!step) throw new Error('a step of a translation is not among its options');
	return step;
}
