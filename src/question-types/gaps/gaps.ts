import type { Phrases, WrittenBody } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import { acceptedFrom, canonical, isAccepted, type Accepted } from '../accepted.ts';
import { markedIn, withoutMarks } from '../marked.ts';
import { bare, choicesIn, lettered, linesOf, rightParts, shown, writtenOptions } from '../options.ts';
import { withReview } from '../with-review.ts';

const mostGaps = 8;

interface Gap {
	readonly answers: readonly Accepted[];
	/** The first answer as it was written. */
	readonly written: string;
	/** Where words are picked: the id of the right one. */
	readonly right: string | null;
	/** As HTML: the answer, and why. */
	readonly shown: string;
	readonly why: string;
}
interface Key {
	readonly gaps: readonly Gap[];
	/** The ids of the wrong words in the order in which they were written. */
	readonly wrong: readonly string[];
}
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it
const nameOf = (i: number) => `gap-${i + 1}`;

/**
 * Gaps in the question, `[[đáp án|cũng được]]`, are filled: with words that are written (see `isAccepted`), or picked from
 * one list for all gaps where the editor gives wrong words, `- [ ] từ sai`. A line `- [x] đáp án` explains an answer. Each
 * gap is worth an equal part, a wrong one takes nothing away.
 */
export const gaps = withReview(
	{
		...writtenOptions,
		...{ name: 'gaps', explains: false, hint: 'questions.hint-gaps' },
		example: '“- [ ] từ sai” hoặc “- [x] đáp án”',
		carriage: {
			carry: ({ stem, entries }) => ({
				stem: withoutMarks(stem, (_, number) => `[[${number}]]`),
				body: {
					shape: 'gaps',
					gaps: markedIn(stem).map((gap) => answersIn(gap).map(carriedAnswer)),
					words: choicesIn(entries)
				}
			}),
			write({ stem, body }) {
				if (body.shape !== 'gaps') return null;
				const marks = body.gaps.map((answers) =>
					answers.map(({ text, bare: may }) => `${may ? '~' : ''}${text}`).join('|')
				);
				return {
					stem: withoutMarks(stem, (_, number) => `[[${marks[number - 1] ?? ''}]]`),
					lines: linesOf(body.words)
				};
			}
		},
		check(body, faults) {
			const written = markedIn(body.stem);
			if (written.length < 1 || written.length > mostGaps)
				faults.add(body.line, 'gap-count', { count: written.length });
			const answers = written.flatMap(answersIn).map((answer) => acceptedFrom(answer).text);
			if (answers.includes('')) faults.add(body.line, 'gap-empty');
			for (const { line, sign, text } of body.entries) {
				const right = answers.includes(canonical(text));
				if (right && sign === ' ') faults.add(line, 'gap-right-word', { text });
				if (!right && sign !== ' ') faults.add(line, 'gap-unknown', { text });
			}
		},
		shape: ({ stem, entries }) => `${markedIn(stem).length} ${wrongIn(entries).length}`,
		// Joined, so that no line breaks inside a gap.
		stem: (stem) => withoutMarks(stem, (_, number) => `…\u2060(${number})\u2060…`),
		compile({ stem, entries }, phrases) {
			const wrong = wrongIn(entries).map(({ text }) => text);
			const written = markedIn(stem).map(answersIn);
			const firsts = written.map(firstOf);
			const ids = wrong.length > 0 ? lettered([...firsts, ...wrong]) : new Map<string, string>();
			const explained = new Map(entries.map((entry) => [canonical(entry.text), phrases(entry.explanationTokens)]));
			return {
				options: [...ids].map(([text, id]) => ({
					...{ id, text: phrases(text), correct: firsts.includes(text) },
					explanation: explained.get(canonical(text)) ?? ''
				})),
				key: {
					gaps: written.map((answers) => gapOf(answers, { ids, explained, phrases })),
					wrong: wrong.map((text) => ids.get(text) ?? '')
				} satisfies Key
			};
		},
		inWords(question, words) {
			const [own, other] = [keyOf(question), keyOf(words)];
			if (own.gaps.length !== other.gaps.length || own.wrong.length !== other.wrong.length) return null;
			const theirs = new Map([
				...own.wrong.map((id, i) => [id, other.wrong[i]] as const),
				...own.gaps.map(({ right }, i) => [right, other.gaps[i]?.right] as const)
			]);
			return {
				options: question.options.map((option) => ({
					...option,
					...pickWords(words.options.find(({ id }) => id === theirs.get(option.id)))
				})),
				key: {
					...own,
					gaps: own.gaps.map((gap, i) => {
						const told = other.gaps[i] ?? gap;
						return { ...told, right: gap.right, answers: [...gap.answers, ...told.answers] };
					})
				} satisfies Key
			};
		},
		fields(question, order, lang) {
			const options = shown(question.options, order);
			return keyOf(question).gaps.map(({ right }, i) => ({
				...{ ...bare, name: nameOf(i), control: right === null ? 'text' : 'pick', options },
				label: `${say(lang, 'questions.gap')} (${i + 1})`
			}));
		},
		grade(question, response) {
			const right = keyOf(question).gaps.map((gap, i) => {
				const given = response[nameOf(i)]?.[0] ?? '';
				return [nameOf(i), gap.right === null ? isAccepted(given, gap.answers) : given === gap.right] as const;
			});
			return rightParts(Object.fromEntries(right));
		},
		solution: (question) =>
			Object.fromEntries(keyOf(question).gaps.map(({ right, written }, i) => [nameOf(i), [right ?? written]]))
	},
	(question, field) => {
		const gap = keyOf(question).gaps.find((_, i) => nameOf(i) === field);
		return { solution: gap?.shown ?? '', explanation: gap?.why ?? '' };
	}
);

/** The first answer, without the sign that its marks may be left out. */
const firstOf = ([first = '']: readonly string[]) => first.replace(/^~\s*/, '');
const answersIn = (gap: string) => gap.split('|').map((answer) => answer.trim());
const carriedAnswer = (answer: string) => ({ text: firstOf([answer]), bare: answer.startsWith('~') });
const wrongIn = (entries: WrittenBody['entries']) => entries.filter(({ sign }) => sign === ' ');
const pickWords = (option?: { text: string; explanation: string }) =>
	option && { text: option.text, explanation: option.explanation };

function gapOf(
	answers: readonly string[],
	{ ids, explained, phrases }: { ids: Map<string, string>; explained: Map<string, string>; phrases: Phrases }
): Gap {
	const written = firstOf(answers);
	const accepted = answers.map(acceptedFrom);
	return {
		answers: accepted,
		written,
		right: ids.get(written) ?? null,
		shown: phrases(written),
		why: accepted.map(({ text }) => explained.get(text)).find((why) => why) ?? ''
	};
}
