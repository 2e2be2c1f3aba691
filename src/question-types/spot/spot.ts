import type { FieldOption, WrittenBody } from '../../catalog/index.ts';
import { markedIn, withoutMarks } from '../marked.ts';
import { messageHtml } from '../message.ts';
import { bare, hitsAndFalseAlarms, inWords, rightOnes, writtenOptions } from '../options.ts';
import { withReview } from '../with-review.ts';

const name = 'spots';
const mostSpots = 8;
const picture = /^!\[[^\]]*\]\([^)]*\)$/m;
const message = /^>.*$/gm;

type Area = NonNullable<FieldOption['area']>;
interface Key {
	/** HTML of the picture or the message. */
	readonly exhibit: string;
	/** Where each option lies on the picture; empty where there is a message. */
	readonly areas: readonly Area[];
}
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it

/**
 * Dangers are found on a picture, `- [x] (10, 20, 50, 15) chỗ này`, or in a message whose phrases are marked `[[…]]`; a
 * list says each place in words. What hits and false alarms are worth `hitsAndFalseAlarms` says.
 */
export const spot = withReview({
	...writtenOptions,
	...{ name: 'spot', hint: 'questions.hint-spot', repeats: true },
	carriage: null,
	example: '“- [x] (10, 20, 50, 15) chỗ đáng ngờ trên tranh”, hoặc “- [ ] chỗ trong tin nhắn”',
	check(body, faults) {
		const { line, stem, entries } = body;
		const { wrong, right } = countSpots(body);
		if (entries.length < 2 || entries.length > mostSpots)
			faults.add(line, 'option-count', { count: entries.length, most: mostSpots });
		if (right === 0) faults.add(line, 'no-right-answer');
		if (wrong === 0) faults.add(line, 'no-wrong-answer');
		const marks = markedIn(messageIn(stem).join('\n')).length;
		if (picture.test(stem)) checkAreas(body, (at) => faults.add(at, 'area-broken'));
		else if (messageIn(stem).length === 0) faults.add(line, 'no-exhibit');
		else if (marks !== entries.length) faults.add(line, 'mark-count', { marks, count: entries.length });
	},
	shape: (body) => `${picture.test(body.stem)} ${writtenOptions.shape(body)}`,
	stem: (stem) => stem.replace(picture, '').replace(message, ''),
	compile(body, phrases) {
		const { stem, entries } = body;
		const [shown] = picture.exec(stem) ?? [];
		const { options } = writtenOptions.compile(body, phrases);
		const marked = withoutMarks(messageIn(stem).join('\n'), (inside, number) => `(${number}) **${inside}**`);
		const key: Key = {
			exhibit: shown ? phrases(shown) : messageHtml(marked.split('\n'), phrases),
			areas: shown ? entries.map(({ text }) => areaIn(text) ?? [0, 0, 0, 0]) : []
		};
		return { options: options.map((option, i) => ({ ...option, text: numbered(option.text, i) })), key };
	},
	inWords(question, words) {
		const same = inWords(question, words);
		return same && { ...same, key: keyOf(words) };
	},
	shuffled: () => [],
	fields: (question) => [
		{
			...{ ...bare, name, control: 'many', exhibit: keyOf(question).exhibit },
			options: question.options.map(({ id, text }, i) => {
				const area = keyOf(question).areas[i];
				return { id, text, ...(area && { area }) };
			})
		}
	],
	grade({ options }, response) {
		const points = hitsAndFalseAlarms(options, response[name]);
		return { points, right: { [name]: points === 1 } };
	},
	solution: ({ options }) => ({ [name]: rightOnes(options) })
});

const written = /^\(\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)\s*\)\s*/;
const numbered = (html: string, i: number) => `(${i + 1}) ${html.replace(written, '')}`;
const messageIn = (stem: string) => (stem.match(message) ?? []).map((line) => line.replace(/^>\s?/, ''));

function countSpots({ entries }: WrittenBody): { right: number; wrong: number } {
	const right = entries.filter(({ sign }) => sign !== ' ').length;
	return { right, wrong: entries.length - right };
}

function areaIn(text: string): Area | null {
	const [left, top, width, height] = (written.exec(text) ?? []).slice(1).map(Number);
	if (left === undefined || top === undefined || !width || !height) return null;
	return left + width <= 100 && top + height <= 100 ? [left, top, width, height] : null;
}

function checkAreas({ entries }: WrittenBody, broken: (line: number) => void): void {
	for (const { line, text } of entries) if (areaIn(text) === null) broken(line);
}
