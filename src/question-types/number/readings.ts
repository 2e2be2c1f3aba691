import { fold } from '../../platform/text.ts';

const scales: readonly (readonly [RegExp, number])[] = [
	[/^(?:k|nghin|ngan|thousand)$/, 1e3],
	[/^(?:tr|trieu|million)$/, 1e6],
	[/^(?:ty|ti|billion)$/, 1e9]
];
/** Ways to write units that mean the same. */
const sameUnit: readonly (readonly string[])[] = [
	['dong', 'd', 'vnd', 'viet nam dong'],
	['%', 'phan tram', 'percent', 'per cent'],
	['phut', 'p', 'minutes', 'minute', 'min'],
	['do c', '°c', 'do', '°']
];

/**
 * The numbers that somebody may have meant: `250.000`, `250,000`, `250 000`, `250k` and `250 nghìn đồng` are all 250000,
 * `2,5` and `2.5` both 2.5. What can be read in two ways (`1.250`) has two readings, the thousands first; what can't be
 * read has none. The unit may be written behind it or left out.
 */
export function readingsOf(typed: string, units: readonly string[] = []): number[] {
	const text = fold(typed).replace(/[−–]/g, '-').replace(/'/g, '');
	const [, sign = '', digits = '', behind = ''] = /^([+-]?)\s*(\d[\d., ]*|[.,]\d+)\s*(.*)$/.exec(text) ?? [];
	const scale = scaleOf(behind.trim(), units);
	if (digits === '' || scale === null) return [];
	return plainReadings(digits.trim()).map((number) => (sign === '-' ? -number : number) * scale);
}

function scaleOf(behind: string, units: readonly string[]): number | null {
	const known = [...new Set(units.map(fold).flatMap((unit) => sameUnit.find((all) => all.includes(unit)) ?? [unit]))];
	const unit = known.find((each) => each !== '' && (behind === each || behind.endsWith(` ${each}`)));
	const rest = unit === undefined ? behind : behind.slice(0, behind.length - unit.length).trim();
	if (rest === '') return 1;
	return scales.find(([word]) => word.test(rest))?.[1] ?? null;
}

const grouped = (mark: string) => new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+$`);

/** Readings of digits with points, commas and spaces between them. */
function plainReadings(digits: string): number[] {
	if (/^\d+$/.test(digits)) return [Number(digits)];
	if (digits.includes(' '))
		return /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(digits) ? [decimal(digits.replace(/ /g, ''))] : [];
	const last = digits.match(/[.,]/g)?.at(-1) ?? '';
	const at = digits.lastIndexOf(last);
	const [before, after] = [digits.slice(0, at), digits.slice(at + 1)];
	const other = last === '.' ? ',' : '.';
	if (before.includes(other))
		return grouped(other).test(before) && after !== '' ? [Number(before.replaceAll(other, '') + '.' + after)] : [];
	if (before.includes(last)) return grouped(last).test(digits) ? [Number(digits.replaceAll(last, ''))] : [];
	if (after === '') return [Number(before)];
	const readings = [decimal(digits)];
	if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) readings.unshift(Number(before + after));
	return readings;
}

const decimal = (digits: string) => Number(digits.replace(',', '.'));
