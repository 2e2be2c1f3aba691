import type { KeyObject } from 'node:crypto';
import type { House } from '../platform/house.ts';
import { keyFile, readKeyFile, removeKeyFile, writeKeyFile, type KeyFault } from './key-files.ts';
import { newKey, signBytes, signText } from './keys.ts';
import { findCurrentKey, findKeys, insertKey, type StoredKey } from './key-queries.ts';

type Means = Pick<House, 'store' | 'clock' | 'config' | 'log'>;

/** A key whose private half this server holds. */
export interface SigningKey {
	readonly id: string;
	/** `x` of the public half, base64url. */
	readonly publicKey: string;
	/** An Ed25519 signature over the text, base64url. */
	sign(text: string): string;
	signBytes(bytes: Uint8Array): Uint8Array;
}

export interface Signer {
	/**
	 * The key that signs now, or null where this server lacks its private half: then it issues nothing, and goes on
	 * verifying. Looked up each time, so a rotation by another process or a file put back is taken up without a restart.
	 */
	current(): Promise<SigningKey | null>;
}

/**
 * Opens the signing key. Only a database that has never had a key gets a new one; whoever lost a key must bring it
 * back or rotate on purpose, because a new key made in silence would hide that the old one is gone.
 */
export async function openSigner(house: Means): Promise<Signer> {
	await makeFirstKey(house);
	const signer = signerOf(house);
	await signer.current();
	return signer;
}

function signerOf(house: Means): Signer {
	let held: { id: string; key: KeyObject } | undefined;
	let told = '';
	/** Says a fault once, not at every request. */
	const without = (fault: KeyFault | 'no-key', key?: StoredKey): null => {
		if (told !== fault + key?.id) logFault(house, fault, key);
		told = fault + key?.id;
		return null;
	};
	return {
		async current() {
			const stored = await findCurrentKey(house.store.read);
			if (!stored) return without('no-key');
			if (held?.id !== stored.id) {
				const read = readKeyFile(house, stored);
				if (typeof read === 'string') return without(read, stored);
				held = { id: stored.id, key: read };
				told = '';
				house.log.info({ keyId: stored.id }, 'completion records are signed with this key');
			}
			const { id, key } = held;
			const { publicKey } = stored;
			return {
				id,
				publicKey,
				sign: (text) => signText(key, text),
				signBytes: (bytes) => signBytes(key, bytes)
			};
		}
	};
}

const explanations: Record<KeyFault | 'no-key', string> = {
	missing: 'its private key file is not here: put the file back from the backup',
	unreadable: 'its private key file cannot be read: check who owns it',
	'wrong-key': 'its private key file holds something else: put the right file back from the backup',
	'open-to-others':
		'others on this machine can read its private key, and that cannot be changed: set the rights to 0600 (folder 0700)',
	'no-key': 'the database has no current signing key, and none could be made'
};

function logFault({ config, log }: Means, fault: KeyFault | 'no-key', key: StoredKey | undefined): void {
	log.error(
		{ fault, ...(key && { keyId: key.id, file: keyFile(config.dataDir, key.id) }) },
		`completion records cannot be issued: ${explanations[fault]}, or make a new key on purpose with npm run keys:rotate. Verifying goes on.`
	);
}

/** Makes a key where there has never been one; of two processes that start together, one makes it. */
async function makeFirstKey({ store, clock, config, log }: Means): Promise<void> {
	if ((await findKeys(store.read)).length > 0) return;
	const key = newKey();
	try {
		writeKeyFile(config.dataDir, key);
	} catch (error) {
		log.error({ err: error }, 'no signing key could be made: the folder for keys cannot be written to');
		return;
	}
	const { id, publicKey } = key;
	const made = await store.transact(async (tx) => {
		if ((await findKeys(tx)).length > 0) return false;
		await insertKey(tx, { id, publicKey, createdAt: clock.now() });
		return true;
	});
	if (!made) removeKeyFile(config.dataDir, id);
}
