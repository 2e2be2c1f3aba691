import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { randomToken } from './ids.ts';

/** Keys derived from the one secret of this installation (HKDF, RFC 5869), each for one purpose. */
export interface Secrets {
	/** A key for one purpose, 32 bytes as hex. */
	keyFor(purpose: string): string;
	/** A short keyed mark (the first 132 bits of an HMAC-SHA-256, as base64url) that shows the value was made here, for this purpose. */
	mark(purpose: string, value: string): string;
	/** Whether the mark belongs to the value; takes the same time either way. */
	isMarked(purpose: string, value: string, mark: string): boolean;
}

/** So many marks are remembered: the cookies of those who come back within minutes are not reckoned anew. */
const mostMarks = 10_000;

/** The installation's secret: SESSION_SECRET, or a file that only its owner may read, made at the first start. */
export function openSecrets(config: Config): Secrets {
	return secretsFrom(config.sessionSecret ?? secretFile(config.dataDir));
}

export function secretsFrom(secret: string): Secrets {
	const keys = new Map<string, string>();
	const keyFor = (purpose: string) => {
		let key = keys.get(purpose);
		if (!key) {
			key = Buffer.from(hkdfSync('sha256', secret, 'bdhvs', purpose, 32)).toString('hex');
			keys.set(purpose, key);
		}
		return key;
	};
	const marks = new Map<string, string>();
	const mark = (purpose: string, value: string) => {
		const key = `${purpose} ${value}`;
		let made = marks.get(key);
		if (made === undefined) {
			made = createHmac('sha256', keyFor(purpose)).update(value).digest('base64url').slice(0, 22);
			if (marks.size >= mostMarks) marks.clear();
			marks.set(key, made);
		}
		return made;
	};
	return {
		keyFor,
		mark,
		isMarked(purpose, value, given) {
			const expected = Buffer.from(mark(purpose, value));
			const actual = Buffer.from(given);
			return expected.length === actual.length && timingSafeEqual(expected, actual);
		}
	};
}

function secretFile(dataDir: string): string {
	const folder = join(dataDir, 'keys');
	const file = join(folder, 'session-secret');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	// `wx`: of two processes that start together, one makes the secret and both read it.
	if (!existsSync(file)) {
		try {
			writeFileSync(file, randomToken(48), { mode: 0o600, flag: 'wx' });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
	return readFileSync(file, 'utf8').trim();
}
