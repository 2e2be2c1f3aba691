import type { WrittenBody } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import { acceptedFrom, isAccepted, type Accepted } from '../accepted.ts';
import { bare } from '../options.ts';
import { withReview } from '../with-review.ts';

const name = 'text';
const example = '“= đáp án”, hoặc “~ đáp án” nếu viết không dấu cũng được';
const mostAnswers = 12;

interface Key {
	/** Of the Vietnamese and of the translation. */
	readonly answers: readonly Accepted[];
	/** The first answer as it was written. */
	readonly written: string;
	/** As HTML: the answer, and why. */
	readonly shown: string;
	readonly why: string;
}
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it

/**
 * A few words are written. Any of the accepted answers, in Vietnamese or in the translation, is worth everything, anything
 * else nothing; what counts as the same answer `isAccepted` says. Answers after `~` may be written without marks.
 */
export const text = withReview(
	{
		...{ name: 'text', example, explains: false, hint: 'questions.hint-text' },
		entry: /^([=~])(?:\s+(.*))?$/,
		almost: /^\s*(?:[-*+]\s+[=~]|[=~]|[-*+]?\s*\[[ xX]?\](?!\())/,
		carriage: {
			carry: ({ stem, entries }) => ({
				stem,
				body: {
					shape: 'text',
					answers: entries.map(({ sign, text, explanation }) => ({ text, bare: sign === '~', why: explanation }))
				}
			}),
			write({ stem, body }) {
				if (body.shape !== 'text') return null;
				return {
					stem,
					lines: body.answers.map(({ text, bare, why }) => ({ text: `${bare ? '~' : '='} ${text}`, why }))
				};
			}
		},
		check({ line, entries }, faults) {
			if (entries.length === 0) faults.add(line, 'no-answer', { example });
			if (entries.length > mostAnswers) faults.add(line, 'answer-count', { count: entries.length, most: mostAnswers });
			if (entries.length > 0 && !whyOf(entries)) faults.add(line, 'answer-unexplained');
		},
		shape: () => '',
		compile: ({ entries }, phrases) => ({
			options: [],
			key: {
				answers: entries.map((entry) => acceptedFrom(`${entry.sign === '~' ? '~' : ''}${entry.text}`)),
				written: entries[0]?.text ?? '',
				shown: phrases(entries[0]?.tokens ?? []),
				why: phrases(whyOf(entries)?.explanationTokens ?? [])
			} satisfies Key
		}),
		inWords: (question, words) => ({
			options: [],
			key: { ...keyOf(words), answers: [...keyOf(question).answers, ...keyOf(words).answers] } satisfies Key
		}),
		shuffled: () => [],
		fields: (_, __, lang) => [
			{ ...bare, name, control: 'text', label: say(lang, 'questions.write-words'), options: [] }
		],
		grade(question, response) {
			const right = isAccepted(response[name]?.[0] ?? '', keyOf(question).answers);
			return { points: right ? 1 : 0, right: { [name]: right } };
		},
		solution: (question) => ({ [name]: [keyOf(question).written] })
	},
	(question) => ({ solution: keyOf(question).shown, explanation: keyOf(question).why })
);

const whyOf = (entries: WrittenBody['entries']) => entries.find(({ explanation }) => explanation !== '');
