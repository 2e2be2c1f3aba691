/** What only the owner's key opens: AES-GCM (NIST SP 800-38D) with a random 96-bit nonce for each. */
export interface Sealed {
	nonce: Uint8Array<ArrayBuffer>;
	bytes: ArrayBuffer;
}

/** A key that this browser keeps and never gives out, not even to our own script. */
export function makeKey(): Promise<CryptoKey> {
	return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
	const nonce = crypto.getRandomValues(new Uint8Array(12));
	const plain = new TextEncoder().encode(JSON.stringify(value));
	return { nonce, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) };
}

/** What was sealed with this key; fails for anything else. */
export async function open<T>(key: CryptoKey, { nonce, bytes }: Sealed): Promise<T> {
	const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);
	return JSON.parse(new TextDecoder().decode(plain)) as T; // sealed by `seal`, under a key that is nowhere else
}
