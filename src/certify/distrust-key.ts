import { commandLine, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { say } from '../platform/messages/index.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { findCurrentKey, findKey, markDistrusted } from './key-queries.ts';
import { insertRecord, listCountingBy, markReplaced, type StoredRecord } from './queries.ts';
import { findConfirmation } from './register/queries.ts';
import { requestConfirmation } from './register/request-confirmation.ts';
import { rotateKey } from './rotate-key.ts';
import { signedRecord } from './signed-record.ts';
import { openSigner, type SigningKey } from './signer.ts';

type Means = Pick<House, 'store' | 'clock' | 'config' | 'secrets' | 'log'>;

/** What became of it; null where there is no such key, or this server lacks the private half of the one that signs now. */
export interface Distrusted {
	/** The key that signs now. */
	id: string;
	/** So many records were signed anew. */
	reissued: number;
}

/** A transaction of so many leaves room for those who learn meanwhile. */
const portion = 25;

/**
 * Trusts nothing any more that a key signed, because somebody else may have it: another key signs from now on, and each
 * record that counts is signed anew, says the same, and takes the place of its former one, which points to it. What was
 * interrupted goes on when it is asked for again.
 */
export async function distrustKey(house: Means, keyId: string): Promise<Distrusted | null> {
	if (!(await findKey(house.store.read, keyId))) return null;
	if ((await findCurrentKey(house.store.read))?.id === keyId) await rotateKey(house);
	await house.store.transact((tx) => distrust(tx, house, keyId));
	const key = await (await openSigner(house)).current();
	return key && { id: key.id, reissued: await reissueAll(house, { keyId, key }) };
}

async function distrust(tx: Writer, house: Means, keyId: string): Promise<void> {
	if (!(await markDistrusted(tx, keyId))) return;
	await recordAct(tx, house, {
		doer: commandLine,
		action: 'certify.key-distrusted',
		subject: { kind: 'signing-key', id: keyId },
		placePath: '/'
	});
}

interface Reissuing {
	keyId: string;
	key: SigningKey;
}

async function reissueAll(house: Means, { keyId, key }: Reissuing): Promise<number> {
	let [reissued, after] = [0, ''];
	for (;;) {
		const olds = await house.store.transact(async (tx) => {
			const found = await listCountingBy(tx, { keyId, after, limit: portion });
			for (const old of found) await reissue(tx, house, { old, key });
			return found;
		});
		reissued += olds.length;
		if (olds.length === 0) return reissued;
		after = olds.at(-1)?.id ?? after;
	}
}

async function reissue(
	tx: Writer,
	{ clock, config }: Means,
	{ old, key }: { old: StoredRecord; key: SigningKey }
): Promise<void> {
	const { name, nameChecked, simulated } = old;
	const naming = { name, nameChecked, simulated };
	const made = await signedRecord({ clock, config }, tx, { given: old, naming, key, replaces: old.code });
	const reason = say('vi', 'records.reissued-reason');
	await markReplaced(tx, { old, by: made.code, at: made.issuedAt, reason });
	await insertRecord(tx, made);
	// Of a deleted account nobody is left whom the register could be told about: what it has of it stays.
	const parted = (await findConfirmation(tx, old.code))?.line === old.code;
	if (made.kind === 'group' && !parted) await requestConfirmation(tx, { clock }, made);
}
