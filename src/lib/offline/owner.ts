import type { Carried } from '../../community/index.ts';
import type { Me, SessionStanding } from '../../identity/index.ts';
import { callApi, isNoAnswer } from './call-api.ts';
import { phoneStore, type Owner } from './phone-store.ts';
import { makeKey, open, seal } from './sealed.ts';

/** Whose things are on this phone; null for nobody's. */
export async function readOwner(): Promise<Owner | null> {
	const store = await phoneStore();
	const owner = await store.get('owner', 'owner');
	if (!owner) return null;
	const seenAt = Math.max(Date.now(), owner.seenAt);
	if (seenAt > owner.until) await store.delete('lists', 'lists');
	if (seenAt > owner.seenAt) await store.put('owner', { ...owner, seenAt }, 'owner');
	return { ...owner, seenAt };
}

/** Keeps what a helper takes along, locked with her key; a new key where nothing of hers is here yet. */
export async function keepLists(carried: Carried): Promise<Owner> {
	const before = await readOwner();
	const own = before?.accountId === carried.accountId ? before : null;
	if (before && !own) await forgetAll(); // asked before, where something of another helper's waited
	const me = await callApi<Me>('GET /session');
	const owner: Owner = {
		accountId: carried.accountId,
		rights: me?.ok ? rightsOf(me.data) : undefined,
		sign: carried.sign,
		key: own?.key ?? (await makeKey()),
		seenAt: Date.now(),
		madeAt: Date.parse(carried.madeAt),
		until: Date.now() + Date.parse(carried.until) - Date.parse(carried.madeAt)
	};
	const lists = await seal(owner.key, carried);
	const store = await phoneStore();
	const tx = store.transaction(['owner', 'lists'], 'readwrite');
	await Promise.all([
		tx.objectStore('owner').put(owner, 'owner'),
		tx.objectStore('lists').put(lists, 'lists'),
		tx.done
	]);
	return owner;
}

/** The lists of people, while they may be read. */
export async function readLists({ key }: Owner): Promise<Carried | null> {
	const lists = await (await phoneStore()).get('lists', 'lists');
	return lists ? open<Carried>(key, lists) : null;
}

/** Takes the key and all that it opens off this phone. */
export async function forgetAll(): Promise<void> {
	const store = await phoneStore();
	const tx = store.transaction(['owner', 'lists', 'work'], 'readwrite');
	await Promise.all([...['owner', 'lists', 'work'].map((name) => tx.objectStore(name as 'owner').clear()), tx.done]);
}

/** Who is signed in on this phone, compared with whose things are here. */
export type Here = 'she' | 'nobody' | 'somebody-else' | 'offline' | 'signed-out';

/**
 * Who is here. Where the owner was signed out from elsewhere, everything of hers goes: only if the site says so in so
 * many words, and not if she is in again herself, e.g. with a new password.
 */
export async function whoIsHere(owner: Owner): Promise<Here> {
	const here = await ask(owner);
	if (here !== 'signed-out') return here;
	// She may have a new password this very moment, and her new session be on its way to this phone.
	await new Promise((resolve) => setTimeout(resolve, askAgainMs));
	const still = await ask(owner);
	if (still === 'signed-out') await forgetAll();
	return still;
}

const askAgainMs = 3_000;

async function ask(owner: Owner): Promise<Here> {
	const me = await callApi<Me>('GET /session');
	if (isNoAnswer(me)) return 'offline';
	const standing = await callApi<SessionStanding>('POST /session/standing', { sign: owner.sign });
	if (isNoAnswer(standing)) return 'offline';
	const { account } = me.data;
	const signedOut = standing.ok && standing.data.signedOut;
	if (account?.id === owner.accountId) {
		await dropListsOfOthers(owner, rightsOf(me.data));
		if (signedOut && standing.data.sign) await keepSign(standing.data.sign);
		return 'she';
	}
	if (signedOut) return 'signed-out';
	return account ? 'somebody-else' : 'nobody';
}

/** Where she looks after a place no longer, its people are none of hers: the lists go, and what waits stays. */
async function dropListsOfOthers({ rights = [] }: Owner, now: string[]): Promise<void> {
	if (now.length > 0 && rights.every((right) => now.includes(right))) return;
	await (await phoneStore()).delete('lists', 'lists');
}

function rightsOf({ grants }: Me): string[] {
	return grants
		.filter(({ role }) => ['helper', 'officer', 'administrator'].includes(role))
		.map(({ role, place }) => `${role} ${place.id}`);
}

async function keepSign(sign: string): Promise<void> {
	const store = await phoneStore();
	const owner = await store.get('owner', 'owner');
	if (owner) await store.put('owner', { ...owner, sign }, 'owner');
}
