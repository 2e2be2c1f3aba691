import { listPlaces, listPlacesByIds } from '../places/index.ts';
import { outermostGrants, type Actor } from '../platform/actor.ts';
import { dayInVietNam } from '../platform/clock.ts';
import { fold } from '../platform/text.ts';
import { classKeepers, type CommunityHouse } from './community-house.ts';
import type { HoldingPlaces } from './schemas.ts';

const mostListed = 300;
const holding = ['village', 'commune', 'organisation'];

/** Where the actor may hold classes: villages, communes and organisations within her places; those named so with a query. */
export async function readHoldingPlaces(
	{ store, clock }: CommunityHouse,
	actor: Actor,
	query = ''
): Promise<HoldingPlaces> {
	const day = dayInVietNam(clock.now());
	const containing = fold(query);
	const filter = { day, limit: 2 * mostListed, ...(containing !== '' && { containing }) };
	const grants = outermostGrants(actor, classKeepers);
	const own = await listPlacesByIds(
		store.read,
		grants.map(({ placeId }) => placeId)
	);
	const lists = [];
	for (const { path } of own) lists.push(await listPlaces(store.read, { ...filter, below: path }));
	const named = own.filter(
		({ folded, validTo }) => folded.includes(containing) && (validTo === null || validTo >= day)
	);
	const found = [...named, ...lists.flat()].filter(({ kind }) => holding.includes(kind));
	const parents = await listPlacesByIds(store.read, [...new Set(found.flatMap(({ parentId }) => parentId ?? []))]);
	const above = new Map(parents.map(({ id, name }) => [id, name]));
	return {
		places: found
			.slice(0, mostListed)
			.map(({ id, name, kind, parentId }) => ({ id, name, kind, within: above.get(parentId ?? '') ?? null })),
		more: found.length > mostListed || lists.some((list) => list.length >= filter.limit)
	};
}
