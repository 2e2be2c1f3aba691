import { CompactEncrypt, compactDecrypt } from 'jose';

const text = { encode: new TextEncoder(), decode: new TextDecoder() };

/**
 * A value locked with a key of 32 bytes in hex, as a compact JWE (RFC 7516: `dir`, A256GCM): whoever lacks the key can
 * neither read nor change it.
 */
export async function seal(keyHex: string, value: unknown): Promise<string> {
	return new CompactEncrypt(text.encode.encode(JSON.stringify(value)))
		.setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
		.encrypt(Buffer.from(keyHex, 'hex'));
}

/** What was locked with this key; null for anything else. */
export async function unseal<T>(keyHex: string, sealed: string): Promise<T | null> {
	try {
		const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
		const { plaintext } = await compactDecrypt(sealed, Buffer.from(keyHex, 'hex'), options);
		return JSON.parse(text.decode.decode(plaintext)) as T; // it was locked here, by `seal`
	} catch {
		return null;
	}
}
