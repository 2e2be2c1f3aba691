import { createHmac } from 'node:crypto';
import type { House } from '../../platform/house.ts';
import { newId, randomToken } from '../../platform/ids.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { VouchedPerson } from './claims.ts';
import { addIdentityKey, listIdentityKeys } from './queries.ts';

type Numbered = Pick<VouchedPerson, 'issuer' | 'subject' | 'number' | 'simulated'>;
type Key = Awaited<ReturnType<typeof listIdentityKeys>>[number];

/** What is kept of a number: its hash for finding it again, and itself, locked. */
export interface Kept {
	keyId: string;
	numberHash: string;
	subjectHash: string;
	sealed: string;
}

interface Locked {
	number: string;
	subject: string;
}

/** The newest key; made with the first identity. */
async function currentKey(tx: Writer, { clock }: Pick<House, 'clock'>): Promise<Key> {
	const [newest] = await listIdentityKeys(tx);
	return newest ?? newIdentityKey(tx, clock.now());
}

/** A key that takes over from here on. */
export async function newIdentityKey(tx: Writer, now: Date): Promise<Key> {
	const key = { id: newId(), salt: randomToken(24), createdAt: now };
	await addIdentityKey(tx, key);
	return key;
}

/** What is kept of a number, under the newest key. */
export async function keptOf(tx: Writer, house: Pick<House, 'clock' | 'secrets'>, person: Numbered): Promise<Kept> {
	return keptUnder(await currentKey(tx, house), house.secrets, person);
}

export async function keptUnder(key: Key, secrets: Secrets, person: Numbered): Promise<Kept> {
	const { number, subject } = person;
	return {
		keyId: key.id,
		...hashesUnder(key, secrets, person),
		sealed: await seal(keyFor(secrets, key), { number, subject } satisfies Locked)
	};
}

/** Under which hashes somebody may be kept: one of each key that there is. */
export async function hashesOf(reader: Reader, secrets: Secrets, person: Numbered) {
	return (await listIdentityKeys(reader)).map((key) => hashesUnder(key, secrets, person));
}

/** Number and subject out of the lock; null where this installation's secret is another one. */
export async function unlocked(
	reader: Reader,
	secrets: Secrets,
	{ keyId, sealed }: Pick<Kept, 'keyId' | 'sealed'>
): Promise<Locked | null> {
	const key = (await listIdentityKeys(reader)).find(({ id }) => id === keyId);
	return key ? unseal<Locked>(keyFor(secrets, key), sealed) : null;
}

const keyFor = (secrets: Secrets, { id, salt }: Key) => secrets.keyFor(`identity ${id} ${salt}`);

/** Keyed (HMAC-SHA-256), since there are few enough numbers to try them all against a plain hash. */
function hashesUnder(key: Key, secrets: Secrets, { issuer, subject, number, simulated }: Numbered) {
	const hash = (text: string) => createHmac('sha256', keyFor(secrets, key)).update(text).digest('base64url');
	return {
		numberHash: hash(`number ${simulated ? 'simulated' : 'real'} ${number}`),
		subjectHash: hash(`subject ${issuer} ${subject}`)
	};
}
