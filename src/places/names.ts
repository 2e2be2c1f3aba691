import { fold, tidy, vietnameseSortKey } from '../platform/text.ts';

/** What people call their places, longest first so that `khu phố` is found before `khu`. */
const localKinds = [
	'khu dân cư',
	'tổ dân phố',
	'thành phố',
	'thị trấn',
	'đặc khu',
	'khu phố',
	'phường',
	'thôn',
	'buôn',
	'tỉnh',
	'khóm',
	'plei',
	'plây',
	'phum',
	'làng',
	'xóm',
	'bản',
	'bon',
	'sóc',
	'đội',
	'khu',
	'ấp',
	'tổ',
	'xã'
];

/** The local kind a name begins with (`Thôn 3` → `thôn`), or null when it begins otherwise. */
export function localKindOf(name: string): string | null {
	const lower = tidy(name).toLocaleLowerCase('vi');
	return localKinds.find((kind) => lower.startsWith(`${kind} `)) ?? null;
}

/** The local kind that is written so without its marks (`thon` → `thôn`), or null. */
export function localKindLike(folded: string): string | null {
	return localKinds.find((kind) => fold(kind) === folded) ?? null;
}

/** The whole name, with its local kind in front; what already begins with a local kind stays as it was written. */
export function wholeName(name: string, localKind: string): string {
	const written = tidy(name);
	if (localKindOf(written)) return written;
	return `${localKind.charAt(0).toLocaleUpperCase('vi')}${localKind.slice(1)} ${written}`;
}

/** The name without its local kind: what places are sorted and addressed by. */
export function bareName(name: string): string {
	const written = tidy(name);
	const kind = localKindOf(written);
	return kind ? written.slice(kind.length + 1) : written;
}

/** The key that lists of places are sorted by, in byte order: Vietnamese letters, and 3 before 10. */
export function placeSortKey(name: string): string {
	const padded = bareName(name).replace(/\d+/g, (digits) => digits.padStart(6, '0'));
	return padded.split(' ').map(vietnameseSortKey).join(' ');
}

/** The name as part of a path: lower-case letters, digits and dashes only. */
export function slugOf(name: string): string {
	const slug = fold(bareName(name))
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 40);
	return slug.replace(/^-+|-+$/g, '') || 'noi';
}

const nameOfPlace = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’ʼ.,()/-]{0,79}$/u;

/** Whether this can be the name of a place: letters and digits of any script and the signs that names have. */
export function isPlaceName(name: string): boolean {
	return nameOfPlace.test(tidy(name));
}

const nameOfOrganisation = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’ʼ.,()/"“”&:+–—-]{0,119}$/u;

/** Whether this can be the name of an organisation: longer, and with quotes and the signs that firms have in theirs. */
export function isOrganisationName(name: string): boolean {
	return nameOfOrganisation.test(tidy(name));
}

/** What is wrong with the name of a place of this kind, as the code of a message; null where nothing is. */
export function nameFault(kind: string, name: string): string | null {
	if (tidy(name) === '') return 'platform.field-required';
	if (kind === 'organisation') return isOrganisationName(name) ? null : 'organisations.name-wrong';
	return isPlaceName(name) ? null : 'places.name-wrong';
}

export interface VillageLine {
	/** Where it stood in what was pasted, from 1. */
	line: number;
	name: string;
}

const bullet = /^\s*(?:[-–—•*+·▪●○]+\s*|\(?\d{1,3}[.)/:]\s*(?=\S)|\d{1,3}\s+[-–]\s+)/;

/**
 * The names in a pasted list, a line each, as they were written: bullets, numbering, columns of a spreadsheet,
 * blank lines and repetitions fall away.
 */
export function readVillages(pasted: string): VillageLine[] {
	const seen = new Set<string>();
	const villages: VillageLine[] = [];
	for (const [position, line] of pasted.split(/\r\n|\r|\n/).entries()) {
		const cells = line
			.split('\t')
			.map((cell) => cell.trim())
			.filter(Boolean);
		const cell = cells.length > 1 && /^\d+[.)]?$/.test(cells[0] ?? '') ? cells[1] : cells[0];
		const name = tidy((cell ?? '').replace(bullet, '')).replace(/(?<![;,.])[;,.]+$/, ''); // looks at each run once
		const same = name.toLocaleLowerCase('vi');
		if (name === '' || seen.has(same)) continue;
		seen.add(same);
		villages.push({ line: position + 1, name });
	}
	return villages;
}
