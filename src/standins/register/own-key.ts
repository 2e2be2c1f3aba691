import { randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFromSeed } from '../../platform/message-signature.ts';

/** The key by which the site knows this register: made once, in the register's own folder. */
export function ownKey(folder: string): KeyObject {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = join(folder, 'khoa');
	if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
	return keyFromSeed(Buffer.from(readFileSync(file, 'utf8').trim(), 'hex'));
}
