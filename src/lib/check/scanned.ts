/** What a QR code, an address or a pasted text holds. */
export interface Scanned {
	/** As written; null where only a signed text came. */
	code: string | null;
	/** The signed text behind the `#`. */
	letters: string | null;
}

const page = /xac-minh\/([^/?#\s]+)(?:\?[^#]*)?(?:#(.*))?$/s;
/** Letters of a signed text without an address: never so few. */
const bareLetters = /^1[\w-]{90,}$/;

/** The symbols of a code, however it was typed, to compare two of them. */
export function symbolsOf(code: string): string {
	return code
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
}

/** The records a text speaks of, each once: two codes scanned or pasted as one are told apart. */
export function readScanned(typed: string): Scanned[] {
	const text = plain(typed).trim();
	const found = partsOf(text).flatMap((part) => scannedIn(part) ?? []);
	const same = (one: Scanned, other: Scanned) =>
		symbolsOf(one.code ?? '') === symbolsOf(other.code ?? '') && one.letters === other.letters;
	return found.filter((each, i) => found.findIndex((other) => same(each, other)) === i);
}

/** Around an address may stand the words of the message it came in: of those only what has as many symbols as a code is one. */
function partsOf(text: string): string[] {
	if (!/xac-minh\//.test(text)) return [text];
	const parts = text.split(/\s+|(?=https?:\/\/)/i);
	return parts.filter((part) => /xac-minh\//.test(part) || bareLetters.test(part) || symbolsOf(part).length === 17);
}

function scannedIn(part: string): Scanned | null {
	const [, code, letters] = page.exec(part) ?? [];
	if (code !== undefined) return { code, letters: letters === undefined || letters === '' ? null : letters };
	if (bareLetters.test(part)) return { code: null, letters: part };
	return symbolsOf(part) === '' || part.length > 60 ? null : { code: part, letters: null };
}

function plain(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
