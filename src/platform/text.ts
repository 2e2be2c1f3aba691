/** Text for searching and comparing: marks stripped, đ→d, lower case, single spaces. */
export function fold(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** One line of text as a person means it: composed (NFC), without control characters, single spaces. */
export function tidy(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Order of the tone marks in Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

function syllableKey(syllable: string): string {
	let key = '';
	let tone = 0;
	for (const character of syllable.normalize('NFD').toLowerCase().normalize('NFC')) {
		const parts = character.normalize('NFD');
		const mark = tones.findIndex((t) => t !== '' && parts.includes(t));
		if (mark > 0) tone = mark;
		const base = parts.replace(/[\u0300\u0309\u0303\u0301\u0323]/g, '').normalize('NFC');
		const position = letters.indexOf(base);
		key += position >= 0 ? String.fromCharCode(65 + position) : base;
	}
	return key + tone;
}

/**
 * The key that lists of people are sorted by (plain byte order, collation C): given name first, then the
 * rest of the name, letters and tones in the order of Vietnamese dictionaries.
 */
export function vietnameseSortKey(fullName: string): string {
	const syllables = tidy(fullName).split(' ');
	const given = syllables.at(-1) ?? '';
	return [given, ...syllables.slice(0, -1)].map(syllableKey).join(' ');
}

/** A Vietnamese phone number as `0912345678` (accepts +84, 84, spaces, dots, dashes), or null when it is none. */
export function normalisePhone(text: string): string | null {
	const digits = text.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))/, '0');
	return /^0\d{9,10}$/.test(digits) ? digits : null;
}
