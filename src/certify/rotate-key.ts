import type { House } from '../platform/house.ts';
import { removeKeyFile, writeKeyFile } from './key-files.ts';
import { newKey } from './keys.ts';
import { findCurrentKey, insertKey, retireKeys } from './queries.ts';

/** What became of it: the new key, where its private half lies, and which key it replaces. */
export interface Rotation {
	id: string;
	file: string;
	retired: string | null;
}

/**
 * Makes a new signing key and retires the current one, whose records stay valid. Either both happen or nothing: the
 * private half is on the disk before the database names the key. Throws what the disk says where it can't be written.
 */
export async function rotateKey({
	store,
	clock,
	config
}: Pick<House, 'store' | 'clock' | 'config'>): Promise<Rotation> {
	const key = newKey();
	const file = writeKeyFile(config.dataDir, key);
	const { id, publicKey } = key;
	try {
		const retired = await store.transact(async (tx) => {
			const before = await findCurrentKey(tx);
			await retireKeys(tx, clock.now());
			await insertKey(tx, { id, publicKey, createdAt: clock.now() });
			return before?.id ?? null;
		});
		return { id, file, retired };
	} catch (error) {
		removeKeyFile(config.dataDir, id);
		throw error;
	}
}
