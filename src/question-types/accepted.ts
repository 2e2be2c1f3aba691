import { fold } from '../platform/text.ts';

/** Something that may be written as an answer. */
export interface Accepted {
	/** As it is compared: see `canonical`. */
	readonly text: string;
	/** Whether it may be written without any marks as well: `ma otp` for `mã OTP`. */
	readonly bare: boolean;
}

/** One typing slip is forgiven in so many letters, and no more than so many; shorter answers have to be as they are. */
const lettersPerSlip = 8;
const mostSlips = 3;

/** What an editor wrote, `~` before it where the marks may be left out. */
export function acceptedFrom(written: string): Accepted {
	const [, sign, text] = /^\s*(~?)\s*([\s\S]*)$/.exec(written) ?? [];
	return { text: canonical(text ?? ''), bare: sign === '~' };
}

/**
 * Whether what was typed is one of these answers. Case, further spaces, marks at either end and the place of a tone
 * (`hoà`, `hòa`) never matter. One slip in eight letters is forgiven, three at most: a letter too many, missing, wrong or two swapped,
 * or the mark of one vowel. Digits have to be exact.
 */
export function isAccepted(typed: string, answers: readonly Accepted[]): boolean {
	const given = canonical(typed);
	if (given === '') return false;
	return answers.some(({ text, bare }) => isNear(given, text) || (bare && isNear(fold(given), fold(text))));
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** One case, single spaces, no marks around it; the tone of each word stands at the word's end, wherever it was typed. */
export function canonical(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.replace(/^[\s.,;:!?…"'“”‘’()]+|[\s.,;:!?…"'“”‘’()]+$/g, '')
		.replace(/\S+/g, (word) => {
			const apart = word.normalize('NFD');
			return apart.replace(tones, '').normalize('NFC') + (apart.match(tones)?.join('') ?? '');
		});
}

function isNear(given: string, text: string): boolean {
	if (given === text) return true;
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const slips = Math.min(mostSlips, Math.floor(letters / lettersPerSlip));
	return slips > 0 && digitsOf(given) === digitsOf(text) && isWithin(given, text, slips);
}

const digitsOf = (text: string) => text.replace(/\D+/g, ' ').trim();

/** Whether so many slips lead from one to the other; only what lies near the diagonal is looked at. */
function isWithin(a: string, b: string, most: number): boolean {
	if (Math.abs(a.length - b.length) > most) return false;
	const far = most + 1;
	const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	const at = (i: number, j: number) => rows[i]?.[j] ?? far;
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		rows.push(row);
		for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
			const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const same = a[i - 1] === b[j - 1];
			row[j] = Math.min(
				at(i - 1, j - 1) + (same ? 0 : 1),
				at(i - 1, j) + 1,
				at(i, j - 1) + 1,
				swapped ? at(i - 2, j - 2) + 1 : far
			);
		}
	}
	return at(a.length, b.length) <= most;
}
