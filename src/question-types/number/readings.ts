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
	return plainReadings(digits.replace(/[., ]+$/, '')).map((number) => (sign === '-' ? -number : number) * scale);
}

/** What stands behind the digits: the unit or a part of it, thousands or millions, both, or nothing. Null is none of these. */
function scaleOf(behind: string, units: readonly string[]): number | null {
	const known = units.map(fold).flatMap((unit) => sameUnit.find((all) => all.includes(unit)) ?? [unit]);
	if (behind === '' || known.some((unit) => isSame(unit, behind))) return 1;
	const unit = known.find((each) => behind.endsWith(` ${each}`));
	const rest = unit === undefined ? behind : behind.slice(0, -unit.length).trim();
	return scales.find(([word]) => word.test(rest))?.[1] ?? null;
}

/** `2 ngày` is as good as `2 ngày làm việc`, and the other way round. */
const isSame = (unit: string, typed: string) =>
	unit === typed || unit.startsWith(`${typed} `) || typed.startsWith(`${unit} `);

/** Ways in which digits with points, commas and spaces between them are written, and what each can mean. */
const shapes: readonly (readonly [RegExp, (digits: string) => number[]])[] = [
	[/^\d+$/, (digits) => [Number(digits)]],
	[/^[1-9]\d{0,2}[.,]\d{3}$/, (digits) => [Number(digits.replace(/[.,]/, '')), decimal(digits)]],
	[/^\d*[.,]\d+$/, (digits) => [decimal(digits)]],
	[/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/, (digits) => [decimal(digits.replace(/ /g, ''))]],
	[/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, (digits) => [decimal(digits.replace(/\./g, ''))]],
	[/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, (digits) => [decimal(digits.replace(/,/g, ''))]]
];

function plainReadings(digits: string): number[] {
	return shapes.find(([shape]) => shape.test(digits))?.[1](digits) ?? [];
}

const decimal = (digits: string) => Number(digits.replace(',', '.'));

/** A number as an editor writes it so that it can be read in one way only: `250.000`, `36,5`, `1,1250`. */
export function writtenNumber(value: number): string {
	const digits = value.toLocaleString('en-US', { maximumFractionDigits: 12, useGrouping: false });
	const [whole = '', part] = digits.split('.');
	const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1.');
	if (part === undefined) return grouped;
	return /^-?[1-9]\d{0,2}$/.test(whole) && part.length === 3 ? `${whole},${part}0` : `${grouped},${part}`;
}
