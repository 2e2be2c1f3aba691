const shortestName = 2;
const longestName = 80;

/** Marks that a keyboard or a chat slips in unseen; nobody could take them out again by hand. */
const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const allowed = /^[\p{L}\p{M}'’‘\-‐.· ]+$/u;
/** After composing, hardly any script of a personal name puts more than three marks on one letter. */
const tooManyMarks = /\p{M}{4}/u;

/** Why a name can't stand on a record; each is a key of the message catalogue. */
export type NameFault = 'certify.name-too-short' | 'certify.name-too-long' | 'certify.name-characters';

/**
 * A name as it will stand on the record: one line, composed (NFC), single spaces; letters of any script, apostrophe,
 * hyphen and dot ("Y Bhin Niê", "H'Hen Niê", "Nguyễn Thị Lan"). Control and direction characters are refused, never
 * mended in silence: what is signed must be what she saw.
 */
export function confirmedName(typed: string): { name: string } | { fault: NameFault } {
	const name = typed
		.replace(invisible, '')
		.normalize('NFC')
		.replace(/\p{Zs}+/gu, ' ')
		.trim();
	const length = [...name].length;
	if (length < shortestName) return { fault: 'certify.name-too-short' };
	if (length > longestName) return { fault: 'certify.name-too-long' };
	if (!allowed.test(name) || !/^\p{L}/u.test(name) || tooManyMarks.test(name))
		return { fault: 'certify.name-characters' };
	return { name };
}
