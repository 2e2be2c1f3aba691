import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { House } from '../platform/house.ts';
import { privateKeyFor, type NewKey } from './keys.ts';

export type KeyMeans = Pick<House, 'config' | 'log'>;

/** Why a private key can't be used here. */
export type KeyFault = 'missing' | 'unreadable' | 'wrong-key' | 'open-to-others';

/** Where private keys lie: a folder and files that only their owner may read. */
export function keyFile(dataDir: string, id: string): string {
	return join(dataDir, 'keys', `signing-${id}.pem`);
}

/** Puts a private key on disk, for its owner alone, and leaves nothing where that fails. */
export function writeKeyFile(dataDir: string, key: NewKey): string {
	const file = keyFile(dataDir, key.id);
	mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
	// `flush`: the key must be on the disk before anything signed with it can be.
	writeFileSync(file, key.pem, { mode: 0o600, flag: 'wx', flush: true });
	return file;
}

export function removeKeyFile(dataDir: string, id: string): void {
	rmSync(keyFile(dataDir, id), { force: true });
}

/**
 * The private half of a key of the database. A file that others may read is closed to them first, with a warning that
 * somebody may have read it; where that is not allowed, the key is not used.
 */
export function readKeyFile(means: KeyMeans, key: { id: string; publicKey: string }): KeyObject | KeyFault {
	const file = keyFile(means.config.dataDir, key.id);
	try {
		if (!isOwnersAlone(means, join(means.config.dataDir, 'keys')) || !isOwnersAlone(means, file))
			return 'open-to-others';
		return privateKeyFor(key.publicKey, readFileSync(file, 'utf8')) ?? 'wrong-key';
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
	}
}

/** Whether only its owner may read this, now; what others may read is closed to them first, with a warning. */
export function isOwnersAlone({ log }: KeyMeans, path: string): boolean {
	if (process.platform === 'win32') return true; // other rights there: the folder's own
	const { mode } = statSync(path);
	if ((mode & 0o077) === 0) return true;
	try {
		chmodSync(path, mode & 0o700);
	} catch {
		return false;
	}
	log.warn(
		{ path },
		'others on this machine could read the signing keys; now only their owner can. If somebody may have read them, make a new key: npm run keys:rotate'
	);
	return true;
}
