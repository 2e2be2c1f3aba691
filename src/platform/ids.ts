import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id: text, unique, ordered by the time it was made (UUID version 7, RFC 9562). */
export function newId(): string {
	return v7();
}

/** A secret of `bytes` random bytes, as base64url. */
export function randomToken(bytes = 24): string {
	return randomBytes(bytes).toString('base64url');
}

/** What is kept of a random token: its SHA-256. Only for tokens with enough randomness of their own, never for passwords. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}
