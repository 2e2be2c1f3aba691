import { commandLine, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { removeKeyFile, writeKeyFile } from './key-files.ts';
import { newKey } from './keys.ts';
import { findCurrentKey, insertKey, retireKeys } from './key-queries.ts';

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
export async function rotateKey(house: Pick<House, 'store' | 'clock' | 'config' | 'secrets'>): Promise<Rotation> {
	const { store, clock, config } = house;
	const key = newKey();
	const file = writeKeyFile(config.dataDir, key);
	const { id, publicKey } = key;
	try {
		const retired = await store.transact(async (tx) => {
			const before = await findCurrentKey(tx);
			await retireKeys(tx, clock.now());
			await insertKey(tx, { id, publicKey, createdAt: clock.now() });
			const retired = before?.id ?? null;
			await recordAct(tx, house, {
				doer: commandLine,
				action: 'certify.key-rotated',
				subject: { kind: 'signing-key', id },
				placePath: '/',
				details: { retired }
			});
			return retired;
		});
		return { id, file, retired };
	} catch (error) {
		removeKeyFile(config.dataDir, id);
		throw error;
	}
}
