import { textIn } from '../../platform/zip.ts';

/** Why the words of a file are no words any more. */
export type TextFault = 'not-utf8' | 'cut-off' | 'tcvn3' | 'vni' | 'garbled' | 'lost-marks';

/**
 * The text of a file: UTF-8, UTF-16 where its first bytes say so, and windows-1258, the old code of Vietnamese Windows,
 * where every mark in it has a vowel to stand on. In anything else marks would be guessed.
 */
export function readText(bytes: Uint8Array): { text: string } | { fault: TextFault } {
	const text = unicodeIn(bytes);
	if (text !== null) return text.includes('\0') ? { fault: 'not-utf8' } : { text };
	if (isCutOff(bytes)) return { fault: 'cut-off' };
	const old = oldVietnamese(bytes);
	if (old !== null) return { text: old };
	const lines = new TextDecoder('windows-1252').decode(bytes).split(/[\r\n]+/);
	return { fault: brokenWords(lines.map((line) => [line])) ?? 'not-utf8' };
}

function unicodeIn(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	return textIn(bytes);
}

/** UTF-8 but for its last letter, of which a part is missing. */
function isCutOff(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/;
/** Letters of Vietnamese, and the signs that a spreadsheet may hold besides. */
const vietnamese =
	/^[\t\r\n\x20-\x7e–—‘’“”…•₫°§×·\u00a0àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]*$/i;

function oldVietnamese(bytes: Uint8Array): string | null {
	const text = new TextDecoder('windows-1258').decode(bytes);
	const whole = text.normalize('NFC');
	return toneMarks.test(text) && vietnamese.test(whole) ? whole : null;
}

/** How each kind of broken words looks: letters side by side that Vietnamese never puts so. */
const broken: readonly (readonly [TextFault, RegExp])[] = [
	// UTF-8 that was read as something else once.
	['garbled', /á»|áº|Ä‘|Ä\u0091|Æ°|Æ¡|Ã[\u00a0-\u00bf]/],
	// Fonts from before Unicode (.VnTime), whose letters are signs to everybody else.
	['tcvn3', /[a-z][¨©ª«¬\u00ad®µ¶·¸¹»¼½¾§]|[¨©ª«\u00ad®§][a-z]/i],
	// Fonts of VNI (VNI-Times): a mark is a letter of its own behind its vowel.
	['vni', /[aeoöôuy][ùøûï]|[ae][âêáàåãäéèúüë]/i],
	// A question mark for each letter that the code of the file had no place for.
	['lost-marks', /\p{L}\?\p{L}|\ufffd/u]
];
/** So many rows from the top are looked at; a word here and there may be a name from abroad. */
const looked = 300;
const mostOdd = 0.3;

/** Whether the marks of these rows are broken, and how. */
export function brokenWords(rows: readonly (readonly string[])[]): TextFault | null {
	const texts = rows.slice(0, looked).map((cells) => cells.join(' \t'));
	const found = broken.find(([, pattern]) => {
		const odd = texts.filter((text) => pattern.test(text)).length;
		return odd > 0 && odd >= texts.length * mostOdd;
	});
	return found?.[0] ?? null;
}
