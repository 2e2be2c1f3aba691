import { listPlacesByIds } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { findOwnAccount } from './queries.ts';
import type { Me } from './schemas.ts';

/** Who the site takes the reader for: the account, its roles, and whether somebody else learnt on this device. */
export async function readMe({ store }: House, actor: Actor): Promise<Me> {
	const learner = { known: actor.learnerId !== null };
	if (actor.accountId === null || actor.sessionId === null)
		return { account: null, roles: [], grants: [], learner, deviceLearning: null };
	const own = await findOwnAccount(store.read, actor.accountId, actor.sessionId);
	if (!own) return { account: null, roles: [], grants: [], learner, deviceLearning: null };

	const { placeId, declinedLearnerId, ...account } = own;
	const granted = actor.grants.filter(({ through }) => through === undefined);
	const placeIds = [...granted.map((grant) => grant.placeId), ...(placeId === null ? [] : [placeId])];
	const named = new Map((await listPlacesByIds(store.read, placeIds)).map((place) => [place.id, place]));
	return {
		account: { ...account, place: (placeId !== null && named.get(placeId)) || null },
		roles: [...new Set(actor.grants.map(({ role }) => role))],
		grants: granted.flatMap((grant) => {
			const place = named.get(grant.placeId);
			return place ? [{ role: grant.role, place }] : [];
		}),
		learner,
		deviceLearning:
			actor.deviceLearnerId === null ? null : { present: true, asked: declinedLearnerId === actor.deviceLearnerId }
	};
}
