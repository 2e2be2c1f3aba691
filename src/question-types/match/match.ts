import type { WrittenBody } from '../../catalog/index.ts';
import { bare, lettered, rightParts, shown } from '../options.ts';
import { withReview } from '../with-review.ts';

const example = '“- vế trái => vế phải”, hoặc “- => vế phải thừa”';

interface Key {
	readonly pairs: readonly {
		/** HTML. */
		readonly left: string;
		/** Id of the option on the right that belongs to it. */
		readonly right: string;
		readonly why: string;
	}[];
	/** The ids of the right side in the order in which they were first written. */
	readonly written: readonly string[];
}
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it
const nameOf = (i: number) => `pair-${i + 1}`;

/**
 * For each thing on the left one on the right is picked; several may share one, and some on the right may belong to
 * nothing. Each right pair is worth an equal part, a wrong one takes nothing away.
 */
export const match = withReview(
	{
		...{ name: 'match', example, explains: false, hint: 'questions.hint-match' },
		entry: /^[-*+]( )(.*=>.*)$/,
		almost: /^\s*[-*+]?\s*(?:\[[ xX]?\](?!\()|\S.*=>)|^[-*+] /,
		carriage: {
			carry: ({ stem, entries }) => ({
				stem,
				body: { shape: 'pairs', pairs: sidesOf(entries).map(({ left, right, why }) => ({ left, right, why })) }
			}),
			write({ stem, body }) {
				if (body.shape !== 'pairs') return null;
				// What parts the sides must not stand in one of them.
				const apart = (side: string) => side.replaceAll('=>', '=&gt;');
				const lines = body.pairs.map(({ left, right, why }) => ({
					text: `-${left && ' '}${apart(left)} => ${right}`,
					why
				}));
				return { stem, lines };
			}
		},
		check({ line, entries }, faults) {
			const sides = sidesOf(entries);
			const pairs = sides.filter(({ left }) => left !== '');
			const rights = new Set(pairs.map(({ right }) => right));
			if (pairs.length < 2 || pairs.length > 8 || rights.size < 2)
				faults.add(line, 'pair-count', { count: pairs.length });
			for (const { line: at, right } of sides) if (right === '') faults.add(at, 'option-empty');
		},
		shape({ entries }) {
			const sides = sidesOf(entries);
			const rights = [...new Set(sides.map(({ right }) => right))];
			return sides.map(({ left, right }) => `${left ? '' : '+'}${rights.indexOf(right)}`).join(' ');
		},
		compile({ entries }, phrases) {
			const sides = sidesOf(entries);
			const ids = lettered(sides.map(({ right }) => right));
			const idOf = (right: string) => ids.get(right) ?? '';
			const pairs = sides.filter(({ left }) => left !== '');
			return {
				options: [...ids].map(([right, id]) => ({ id, text: phrases(right), correct: true, explanation: '' })),
				key: {
					pairs: pairs.map(({ left, right, tokens }) => ({
						left: phrases(left),
						right: idOf(right),
						why: phrases(tokens)
					})),
					written: [...new Set(sides.map(({ right }) => idOf(right)))]
				} satisfies Key
			};
		},
		inWords(question, words) {
			const [own, other] = [keyOf(question), keyOf(words)];
			if (own.pairs.length !== other.pairs.length || own.written.length !== other.written.length) return null;
			const textOf = (id: string) =>
				words.options.find((option) => option.id === other.written[own.written.indexOf(id)])?.text ?? '';
			return {
				options: question.options.map((option) => ({ ...option, text: textOf(option.id) })),
				key: {
					...own,
					pairs: own.pairs.map((pair, i) => ({ ...pair, ...other.pairs[i], right: pair.right }))
				} satisfies Key
			};
		},
		shuffled: ({ options }) => options.map(({ id }) => id),
		fields: (question, order) =>
			keyOf(question).pairs.map(({ left }, i) => ({
				...{ ...bare, name: nameOf(i), control: 'pick', label: left },
				options: shown(question.options, order)
			})),
		grade(question, response) {
			const right = keyOf(question).pairs.map(
				(pair, i) => [nameOf(i), response[nameOf(i)]?.[0] === pair.right] as const
			);
			return rightParts(Object.fromEntries(right));
		},
		solution: (question) => Object.fromEntries(keyOf(question).pairs.map(({ right }, i) => [nameOf(i), [right]]))
	},
	(question, field) => ({
		explanation: keyOf(question).pairs.find((_, i) => nameOf(i) === field)?.why ?? ''
	})
);

function sidesOf(entries: WrittenBody['entries']) {
	return entries.map(({ line, text, explanation: why, explanationTokens: tokens }) => {
		const at = text.indexOf('=>');
		return { line, left: text.slice(0, at).trim(), right: text.slice(at + 2).trim(), why, tokens };
	});
}
