import { dayInVietNam, startOfDayInVietNam } from '../../platform/clock.ts';
import { say } from '../../platform/messages/index.ts';
import { fold, tidy } from '../../platform/text.ts';
import { platforms, type Platform } from './kinds.ts';

/** What is wrong with a field: `code` is the key of its sentence. */
export interface Slip {
	readonly field: string;
	readonly code: string;
	readonly values?: Record<string, string | number>;
}

/** A field that was read, or why it can't be. */
export type Read<T> = { readonly value: T } | { readonly slip: Omit<Slip, 'field'> };

export const slipIn = (code: string, values?: Slip['values']): { slip: Omit<Slip, 'field'> } => ({
	slip: { code: `elsewhere.${code}`, ...(values && { values }) }
});

/** One of a closed list, by its code or by what it is called in either language. */
export function readChoice<T extends string>(
	typed: string,
	names: ReadonlyMap<string, T>,
	named: 'platform' | 'counted' | 'group' | 'kind'
): Read<T> {
	if (fold(typed) === '' && !names.has('')) return slipIn(`${named}-missing`);
	const value = names.get(fold(typed));
	return value === undefined ? slipIn(`${named}-unknown`, { typed: shortened(typed) }) : { value };
}

/** The codes of a closed list by their folded names: `elsewhere.<part>-<code>` in both languages. */
export function namesOf<T extends string>(part: string, codes: readonly T[]): Map<string, T> {
	return new Map(
		codes.flatMap((code) =>
			[code, say('vi', `elsewhere.${part}-${code}`), say('en', `elsewhere.${part}-${code}`)].map(
				(name) => [fold(name), code] as const
			)
		)
	);
}

const platformNames = namesOf('platform', platforms);
const mostOfName = 80;

/** A platform; another one says its name, in a field of its own or behind a colon: `Khác: Trường số tỉnh`. */
export function readPlatform(typed: string, name: string): Read<{ platform: Platform; platformName: string }> {
	const [first = '', ...rest] = tidy(typed).split(':');
	const read = readChoice(first, platformNames, 'platform');
	if ('slip' in read) return read;
	const platformName = read.value === 'other' ? tidy(name) || tidy(rest.join(':')) : '';
	if (read.value === 'other' && platformName === '') return slipIn('platform-name-missing');
	if (platformName.length > mostOfName) return slipIn('platform-name-long', { most: mostOfName });
	return { value: { platform: read.value, platformName } };
}

/** More people than the country has. */
const largest = 200_000_000;

/** A whole number as people write it: `1234`, `1.234`, `1 234`. */
export function readNumber(typed: string): Read<number> {
	const text = tidy(typed);
	if (text === '') return slipIn('number-missing');
	if (/^[-−–]\s*\d/.test(text)) return slipIn('number-negative');
	const plain = /^\d{1,3}([., ]\d{3})+$/.test(text) ? text.replace(/[., ]/g, '') : text;
	if (/^\d+[.,]\d+$/.test(plain)) return slipIn('number-broken');
	if (!/^\d+$/.test(plain)) return slipIn('number-none', { typed: shortened(typed) });
	const value = Number(plain);
	return value > largest ? slipIn('number-large') : { value };
}

/** A calendar day, as `24/11/2026` or `2026-11-24`; none that is still to come. */
export function readDay(typed: string, now: Date): Read<string> {
	const text = tidy(typed);
	if (text === '') return slipIn('day-missing');
	const turned = text.replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, '$3-$2-$1');
	const value = turned.replace(/-(\d)(?=-|$)/g, '-0$1');
	const written = /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '2000-01-01' && startOfDayInVietNam(value) !== null;
	if (!written) return slipIn('day-wrong', { typed: shortened(typed) });
	return value > dayInVietNam(now) ? slipIn('day-future') : { value };
}

/** A line of words between two lengths. */
export function readLine(
	typed: string,
	{ name, least, most }: { name: string; least: number; most: number }
): Read<string> {
	const value = tidy(typed);
	if (value.length < least) return slipIn(value === '' ? `${name}-missing` : `${name}-short`, { least });
	return value.length > most ? slipIn(`${name}-long`, { most }) : { value };
}

/** So much of what was typed is said back. */
function shortened(typed: string): string {
	const [...signs] = tidy(typed);
	return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : signs.join('');
}

/** What was read of each field, or all that is wrong with them. */
export function together<T extends Record<string, Read<unknown>>>(
	fields: T
): { values: { [K in keyof T]: T[K] extends Read<infer V> ? V : never } } | { slips: Slip[] } {
	const slips = Object.entries(fields).flatMap(([field, read]) => ('slip' in read ? [{ field, ...read.slip }] : []));
	if (slips.length > 0) return { slips };
	const values = Object.fromEntries(
		Object.entries(fields).map(([field, read]) => [field, 'value' in read && read.value])
	);
	return { values: values as never }; // no field has a slip, so each has its value
}
