import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, which are mistaken for 1, 0 and V. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const size = alphabet.length;
const randomSymbols = 16;
const groups = /^(.{4})(.{4})(.{4})(.{5})$/;

/**
 * The check symbol of ISO/IEC 7064's hybrid system MOD (M+1, M) with M = 32, in the alphabet of the code itself.
 *
 * Every single wrong symbol is found. Of two different neighbours in each other's place, all are found but one pair
 * of the 496: two symbols that follow each other in the alphabet (Z and 0 do, too); which two depends on what stands
 * before them. The standard names no system with 32 symbols of its own (its own hybrid systems have 10, 26 and 36); M + 1 = 33 is
 * odd, so doubling modulo 33 loses nothing, which is what the first promise rests on.
 */
export function checkSymbol(symbols: string): string {
	return alphabet.charAt((size + 1 - productAfter(symbols)) % size);
}

/** The running product after the symbols, 1 … 32; `size` at the beginning, as the standard has it. */
function productAfter(symbols: string): number {
	let product = size;
	for (const symbol of symbols) {
		const sum = (product + alphabet.indexOf(symbol)) % size || size;
		product = (sum * 2) % (size + 1);
	}
	return product;
}

/** A new code: 80 random bits and a check symbol, as `XXXX-XXXX-XXXX-XXXXX`. */
export function newRecordCode(bytes: Uint8Array = randomBytes(10)): string {
	let bits = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
	let symbols = '';
	for (let i = 0; i < randomSymbols; i++) {
		symbols = alphabet.charAt(Number(bits & 31n)) + symbols;
		bits >>= 5n;
	}
	return grouped(symbols + checkSymbol(symbols));
}

function grouped(symbols: string): string {
	return symbols.replace(groups, '$1-$2-$3-$4');
}

/**
 * The code that somebody typed, in its one written form, or null where it can't be one: a slip of the pen, told apart
 * from a code that nobody holds. Case, spaces and dashes don't matter; O is read as 0, I and L as 1.
 */
export function readRecordCode(typed: string): string | null {
	const symbols = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}\p{Cf}]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	if (symbols.length !== randomSymbols + 1) return null;
	if ([...symbols].some((symbol) => !alphabet.includes(symbol))) return null;
	const given = symbols.slice(0, randomSymbols);
	return symbols.endsWith(checkSymbol(given)) ? grouped(symbols) : null;
}
