import { createHash, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id: text, unique, ordered by the time it was made (UUID version 7, RFC 9562). */
export function newId(): string {
	return v7();
}

/** Asking the system for randomness takes longer than all else that a token needs: it is fetched a few hundred at a time. */
const pool = Buffer.alloc(8_192);
let used = pool.length;

/** A secret of `bytes` random bytes (at most 1,024), as base64url. */
export function randomToken(bytes = 24): string {
	if (used + bytes > pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	const token = pool.toString('base64url', used, used + bytes);
	pool.fill(0, used, (used += bytes)); // what was given out stays with nobody but whom it was given to
	return token;
}

/** What is kept of a random token: its SHA-256. Only for tokens with enough randomness of their own, never for passwords. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}
