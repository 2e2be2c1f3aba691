import type { House } from '../../platform/house.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { Secrets } from '../../platform/secrets.ts';
import { keptUnder, newIdentityKey, unlocked } from './number-vault.ts';
import { changeIdentity, dropIdleKeys, listUnderOtherKeys } from './queries.ts';

type Means = Pick<House, 'store' | 'clock' | 'secrets'>;
type Key = Awaited<ReturnType<typeof newIdentityKey>>;

/** So many are locked anew in one transaction: whoever signs in meanwhile waits for no more. */
const atOnce = 50;

/**
 * Locks every identity number anew under a new key; running servers take it up at once, and find everybody meanwhile.
 * Interrupted, it is simply run again. Gives how many were locked anew, and how many could not be opened: their owners
 * can still sign in some other way, and join anew.
 * @param before the secret under which they were locked, where the installation's secret itself was changed
 */
export async function rotateNumbers(
	{ store, clock, secrets }: Means,
	before: Secrets = secrets
): Promise<{ locked: number; unopened: number }> {
	const key = await store.transact((tx) => newIdentityKey(tx, clock.now()));
	const told = { locked: 0, unopened: 0 };
	let after: string | null = '';
	while (after !== null) {
		const from: string = after;
		const turn = await store.transact((tx) => lockSome(tx, { key, secrets, before, from }));
		told.locked += turn.locked;
		told.unopened += turn.unopened;
		after = turn.last;
	}
	await store.transact((tx) => dropIdleKeys(tx, key.id));
	return told;
}

async function lockSome(
	tx: Writer,
	{ key, secrets, before, from }: { key: Key; secrets: Secrets; before: Secrets; from: string }
) {
	const some = await listUnderOtherKeys(tx, { keyId: key.id, after: from, limit: atOnce });
	let locked = 0;
	for (const { accountId, issuer, simulated, ...kept } of some) {
		const opened = await unlocked(tx, before, kept);
		if (!opened) continue;
		await changeIdentity(tx, accountId, await keptUnder(key, secrets, { ...opened, issuer, simulated }));
		locked++;
	}
	return { locked, unopened: some.length - locked, last: some.at(-1)?.accountId ?? null };
}
