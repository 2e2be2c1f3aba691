import { say } from '../../platform/messages/index.ts';
import { bare } from '../options.ts';
import { withReview } from '../with-review.ts';
import { readingsOf, writtenNumber } from './readings.ts';

const name = 'number';
const example = '“= 250.000 đồng”, “= 36,5 °C ± 0,5” hoặc “= 12 kg ± 5%”';

interface Written {
	readonly value: number;
	/** How far from it is still right. */
	readonly tolerance: number;
	readonly unit: string | null;
}
interface Key extends Written {
	/** The unit in both languages: any of them may be written. */
	readonly units: readonly string[];
	/** As HTML: the answer, and why. */
	readonly shown: string;
	readonly why: string;
}
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it

/**
 * A number is written, with or without its unit. It is worth everything where one of its readings (see `readingsOf`) is as
 * far from the answer as the editor allows or nearer, else nothing.
 */
export const number = withReview(
	{
		...{ name: 'number', example, explains: true, hint: 'questions.hint-number' },
		entry: /^(=)(?:\s+(.*))?$/,
		almost: /^\s*(?:[-*+]\s+=|=|[-*+]?\s*\[[ xX]?\](?!\())/,
		carriage: {
			carry({ stem, entries: [entry] }) {
				const written = readWritten(entry?.text ?? '') ?? { value: 0, tolerance: 0, unit: null };
				return { stem, body: { shape: 'number', ...written, why: entry?.explanation ?? '' } };
			},
			write({ stem, body }) {
				if (body.shape !== 'number') return null;
				const allowed = body.tolerance > 0 ? ` ± ${writtenNumber(body.tolerance)}` : '';
				const text = `= ${writtenNumber(body.value)}${body.unit ? ` ${body.unit}` : ''}${allowed}`;
				return { stem, lines: [{ text, why: body.why }] };
			}
		},
		check({ line, entries }, faults) {
			if (entries.length === 0) faults.add(line, 'no-answer', { example });
			if (entries.length > 1) faults.add(line, 'answer-count', { count: entries.length, most: 1 });
			for (const entry of entries) {
				if (!entry.text) continue;
				if (readWritten(entry.text) === null) faults.add(entry.line, 'number-broken', { text: entry.text, example });
				else if (/^\D*[1-9]\d{0,2},\d{3}(?![\d.,])/.test(entry.text))
					faults.add(entry.line, 'number-ambiguous', { text: entry.text });
			}
		},
		shape({ entries }) {
			const { value, tolerance } = readWritten(entries[0]?.text ?? '') ?? { value: 0, tolerance: 0 };
			return `${value} ${tolerance}`;
		},
		compile({ entries: [entry] }, phrases) {
			const written = readWritten(entry?.text ?? '') ?? { value: 0, tolerance: 0, unit: null };
			const key: Key = {
				...written,
				units: written.unit === null ? [] : [written.unit],
				shown: phrases(entry?.tokens ?? []),
				why: phrases(entry?.explanationTokens ?? [])
			};
			return { options: [], key };
		},
		inWords(question, words) {
			const { value, tolerance, units } = keyOf(question);
			const key: Key = { ...keyOf(words), value, tolerance, units: [...units, ...keyOf(words).units] };
			return { options: [], key };
		},
		shuffled: () => [],
		fields: (question, _, lang) => [
			{
				...{ ...bare, name, control: 'number', options: [] },
				...{ label: say(lang, 'questions.write-number'), unit: keyOf(question).unit }
			}
		],
		grade(question, response) {
			const { value, tolerance, units } = keyOf(question);
			// What a binary fraction can't hold exactly is no mistake.
			const most = tolerance + 1e-9 * Math.max(1, Math.abs(value));
			const right = readingsOf(response[name]?.[0] ?? '', units).some((each) => Math.abs(each - value) <= most);
			return { points: right ? 1 : 0, right: { [name]: right } };
		},
		solution: (question) => ({ [name]: [String(keyOf(question).value)] })
	},
	(question) => ({ solution: keyOf(question).shown, explanation: keyOf(question).why })
);

/** `36,5 °C ± 0,5`: the number, its unit, and how far off is still right, as a number or in percent. */
function readWritten(text: string): Written | null {
	const [answer = '', allowed = '0'] = text.split(/\s*(?:±|\+\/?-)\s*/);
	const [, digits = '', unit] = /^([+−-]?[\d., ]*\d)\s*(.*)$/.exec(answer.trim()) ?? [];
	const [value] = readingsOf(digits);
	const tolerance = value === undefined ? undefined : toleranceIn(allowed, value);
	return value === undefined || tolerance === undefined ? null : { value, tolerance, unit: unit || null };
}

function toleranceIn(allowed: string, value: number): number | undefined {
	const [, digits = '', percent] = /^([\d., ]*\d)\s?(%?)$/.exec(allowed.trim()) ?? [];
	const [most] = readingsOf(digits);
	return percent && most !== undefined ? (Math.abs(value) * most) / 100 : most;
}
