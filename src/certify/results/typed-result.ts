import { createHash } from 'node:crypto';
import { isBirthYear } from '../../identity/index.ts';
import { fold, normalisePhone, tidy } from '../../platform/text.ts';
import type { Platform } from '../elsewhere/kinds.ts';
import { readDay, readLine, readPlatform, slipIn, together, type Read, type Slip } from '../elsewhere/typed.ts';
import { readRecordCode } from '../record-code.ts';

/** Whom something is about and what it says, as it was typed or stands in a file. */
export interface TypedResult {
	/** Of a record of hers. */
	readonly code: string;
	readonly name: string;
	readonly year: string;
	readonly phone: string;
	readonly platform: string;
	readonly platformName: string;
	readonly what: string;
	readonly day: string;
	readonly evidence: string;
	readonly source: string;
}

/** Who is meant, by what was typed of her; everything that is given has to be so. */
export interface Sought {
	readonly code: string | null;
	readonly nameFolded: string | null;
	readonly year: number | null;
	readonly phone: string | null;
}

/** What somebody completed. */
export interface ReadResult {
	readonly platform: Platform;
	readonly platformName: string;
	readonly what: string;
	readonly day: string;
	readonly evidence: string;
	readonly source: string;
}

const lengths = {
	what: { name: 'what', least: 3, most: 200 },
	evidence: { name: 'evidence', least: 0, most: 300 },
	source: { name: 'source', least: 3, most: 300 }
};

/** Sentences that speak of somebody where those of figures speak of a number. */
const ofPeople: Readonly<Record<string, string>> = {
	'elsewhere.day-missing': 'results.day-missing',
	'elsewhere.day-future': 'results.day-future',
	'elsewhere.source-missing': 'results.source-missing',
	'elsewhere.source-short': 'results.source-short',
	'elsewhere.twin-differs': 'results.twin-differs'
};
export const saidOfPeople = (slip: Slip): Slip => ({ ...slip, code: ofPeople[slip.code] ?? slip.code });

/** What was typed, or all that is wrong with it; who is meant is still to be found. */
export function readResult(
	typed: TypedResult,
	now: Date
): { sought: Sought; result: ReadResult } | { slips: readonly Slip[] } {
	const read = together({
		person: readSought(typed, now),
		platform: readPlatform(typed.platform, typed.platformName),
		what: readLine(typed.what, lengths.what),
		day: readDay(typed.day, now),
		evidence: readLine(typed.evidence, lengths.evidence),
		source: readLine(typed.source, lengths.source)
	});
	if ('slips' in read) return { slips: read.slips.map(saidOfPeople) };
	const { person, platform, ...rest } = read.values;
	return { sought: person, result: { ...rest, ...platform } };
}

/** A code alone, a phone number alone, or a name with the year of birth; a name alone is anybody's. */
function readSought({ code, name, year, phone }: TypedResult, now: Date): Read<Sought> {
	const sought = {
		code: given(code, readRecordCode),
		nameFolded: fold(name) || null,
		year: given(year, (text) => (isBirthYear(Number(text), now) ? Number(text) : null)),
		phone: given(phone, phoneIn)
	};
	if (sought.code === undefined) return slipIn('person-code-wrong');
	if (sought.year === undefined) return slipIn('person-year-wrong');
	if (sought.phone === undefined) return slipIn('person-phone-wrong');
	const named = sought.nameFolded !== null && sought.year !== null;
	if (sought.code === null && sought.phone === null && !named) return slipIn('person-missing');
	return { value: sought as Sought }; // what could not be read was told above
}

/** Null where nothing was typed, undefined where it can't be read. */
function given<T>(typed: string, read: (text: string) => T | null): T | null | undefined {
	const text = tidy(typed);
	return text === '' ? null : (read(text) ?? undefined);
}

/** A spreadsheet takes the number of a phone for a number, and its first 0 away. */
const phoneIn = (text: string) => normalisePhone(/^[1-9]\d{8}$/.test(text) ? `0${text}` : text);

/** What makes two results of one person be the same. */
export function sameKeyOf({ platform, platformName, what, day }: ReadResult): string {
	const text = [platform, fold(platformName), fold(what), day].join(' | ');
	return createHash('sha256').update(text).digest('base64url');
}
