import { eq } from 'drizzle-orm';
import { findPlace, listPlacesByIds } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { hashToken, randomToken } from '../platform/ids.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { listGrants } from './account-queries.ts';
import { fromNowhere, of } from './caller.ts';
import { guarded } from './guessing.ts';
import { tryLink } from './limits.ts';
import { findAccount, type Account } from './queries.ts';
import { tryLinkDead } from './refusals.ts';
import type { TryLinkView } from './schemas.ts';
import { addSession, endSession } from './session-queries.ts';
import type { Entrance } from './sign-in.ts';
import { tryLinks } from './tables.ts';
import type { Issued } from './tokens.ts';

type Trying = Pick<Entrance, 'caller'> & { readonly token: string };

/** A new link that lets anybody in as somebody who was made up: its path. Refuses nothing; for commands alone. */
export async function makeTryLink(
	{ store, clock }: Pick<House, 'store' | 'clock'>,
	accountId: string
): Promise<string> {
	const token = randomToken(24);
	await store.transact((tx) =>
		tx.insert(tryLinks).values({ tokenHash: hashToken(token), accountId, createdAt: clock.now() })
	);
	return `/thu/${token}`;
}

/** Who is behind a link, before anybody comes in by it. Refuses with `identity.try-link-dead` what is none. */
export async function readTryLink(house: House, input: Trying): Promise<TryLinkView> {
	const { id, name, placeId } = await madeUp(house, input);
	const held = await listGrants(house.store.read, [id]);
	const ids = [placeId ?? '', ...held.map((grant) => grant.placeId)];
	const names = new Map((await listPlacesByIds(house.store.read, ids)).map((place) => [place.id, place.name]));
	return {
		name,
		place: names.get(placeId ?? '') ?? '',
		roles: held.map((grant) => ({ role: grant.role, place: names.get(grant.placeId) ?? '' }))
	};
}

/**
 * Signs in as somebody who was made up, for trying her role out. Only an account that is marked as simulated and lives in
 * a sample place is one: a link never opens the account of a real person, whatever the table says.
 */
export async function useTryLink(house: House, actor: Actor, input: Trying & Entrance): Promise<Issued> {
	const { id: accountId } = await madeUp(house, input);
	return house.store.transact(async (tx) => {
		const now = house.clock.now();
		if (actor.sessionId !== null) await endSession(tx, actor.sessionId, now);
		return addSession(tx, { accountId, device: input.device, now });
	});
}

async function madeUp(house: House, { token, caller = fromNowhere }: Trying): Promise<Account> {
	const found = await guarded(house, of(tryLink, caller.address), async () => {
		const account = await behind(house.store.read, hashToken(token));
		const place = account?.placeId ? await findPlace(house.store.read, account.placeId) : undefined;
		return account?.simulated && account.closedAt === null && place?.sample ? account : undefined;
	});
	if (!found) throw tryLinkDead();
	return found;
}

async function behind(reader: Reader, tokenHash: string): Promise<Account | undefined> {
	const [link] = await reader.select().from(tryLinks).where(eq(tryLinks.tokenHash, tokenHash));
	return link && findAccount(reader, link.accountId);
}
