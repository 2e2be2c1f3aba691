import { listPlacesByIds } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { signInFirst } from '../platform/http/access.ts';
import { listAbout } from './queries.ts';
import type { OwnAuditList, OwnAuditQuery } from './schemas.ts';
import { tell } from './sentences.ts';

/**
 * What was done with one's own account, newest first: what, when, and under which role on which place. Not by whom: a
 * role answers to the person through its administrator, who sees the name.
 */
export async function readOwnTrail({ store }: House, actor: Actor, query: OwnAuditQuery): Promise<OwnAuditList> {
	const { accountId, lang } = actor;
	if (accountId === null) throw signInFirst();
	const limit = Number(query.limit ?? 50);
	const before = query.before === undefined ? undefined : Number(query.before);
	const found = await listAbout(store.read, accountId, { before, limit: limit + 1 });
	const page = found.slice(0, limit);
	const placeIds = [...new Set(page.flatMap(({ actorPlaceId }) => actorPlaceId ?? []))];
	const places = new Map((await listPlacesByIds(store.read, placeIds)).map(({ id, name }) => [id, name]));
	return {
		entries: page.map(({ number, at, action, details, actorRole, actorPlaceId, actorId }) => ({
			number,
			at: at.toISOString(),
			action,
			...tell(lang, action, details),
			role: actorRole,
			place: places.get(actorPlaceId ?? '') ?? null,
			self: actorId === accountId
		})),
		next: found.length > limit ? (page.at(-1)?.number ?? null) : null
	};
}
