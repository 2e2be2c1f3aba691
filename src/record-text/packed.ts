import { deflateSync, FlateErrorCode, inflateSync, type FlateError } from 'fflate';
import { dictionary1 } from './dictionary.ts';

/** The way it is packed, as the first letter says. */
const marker = '1';
const dictionary = new TextEncoder().encode(dictionary1);
const signatureBytes = 64;
/** Far more than any code holds. */
const longestRead = 8_000;

/** A signed text and its Ed25519 signature (base64url), as a QR code carries them. */
export interface Packed {
	text: string;
	signature: string;
}

/** Why letters can't be unpacked: the end is missing, they are no code, or one made by a later release. */
export type Unreadable = 'truncated' | 'unreadable' | 'newer';

/**
 * A signed text with its signature in letters that an address may carry behind its `#`: `1`, then base64url of the 64
 * bytes of the signature and the text's UTF-8, raw deflate (RFC 1951) with the preset dictionary.
 */
export function packed({ text, signature }: Packed): string {
	const body = deflateSync(new TextEncoder().encode(text), { level: 9, dictionary });
	const bytes = new Uint8Array(signatureBytes + body.length);
	bytes.set(fromBase64url(signature).subarray(0, signatureBytes));
	bytes.set(body, signatureBytes);
	return marker + toBase64url(bytes);
}

/** What `packed` was given, or why that can't be told. */
export function unpacked(letters: string): Packed | Unreadable {
	if (!/^[\w-]+$/.test(letters) || letters.length > longestRead) return 'unreadable';
	if (!letters.startsWith(marker)) return /^[2-9]/.test(letters) ? 'newer' : 'unreadable';
	const bytes = fromBase64url(letters.slice(1));
	if (bytes.length <= signatureBytes) return 'truncated';
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(
			inflateSync(bytes.subarray(signatureBytes), { dictionary })
		);
		return { text, signature: toBase64url(bytes.subarray(0, signatureBytes)) };
	} catch (error) {
		return (error as Partial<FlateError>).code === FlateErrorCode.UnexpectedEOF ? 'truncated' : 'unreadable';
	}
}

function toBase64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/** The bytes; a last letter that can't stand alone is left out. */
export function fromBase64url(letters: string): Uint8Array<ArrayBuffer> {
	const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
	return Uint8Array.from(atob(whole.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
