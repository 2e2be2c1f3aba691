import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { blankResult, listResultsOf } from './queries.ts';
import { noSuchResult } from './refusals.ts';
import type { OwnResults } from './schemas.ts';

/** What the actor completed elsewhere by the word of officers, the newest first; what came twice is told once. */
export async function listOwnResults({ store }: CertifyHouse, { learnerId }: Actor): Promise<OwnResults> {
	if (learnerId === null) return { results: [] };
	const all = (await listResultsOf(store.read, [learnerId])).filter(({ takenAt }) => takenAt === null);
	const once = [...new Map(all.map((each) => [each.sameKey, each])).values()];
	const places = await listPlacesByIds(store.read, [...new Set(once.map(({ byPlaceId }) => byPlaceId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return {
		results: once.map(({ id, platform, platformName, what, day, evidence, source, byPlaceId, enteredAt }) => ({
			...{ id, platform, platformName, what, day, evidence, source },
			by: names.get(byPlaceId) ?? '',
			enteredAt: enteredAt.toISOString()
		}))
	};
}

/** She says that it is not hers, or wants it gone: it goes wherever it came from, and no import brings it back. */
export async function takeAway({ store, clock }: CertifyHouse, { learnerId }: Actor, id: string): Promise<void> {
	await store.transact(async (tx) => {
		const hers = learnerId === null ? [] : await listResultsOf(tx, [learnerId]);
		const meant = hers.find((each) => each.id === id);
		if (!meant) throw noSuchResult();
		for (const same of hers.filter(({ sameKey, takenAt }) => sameKey === meant.sameKey && takenAt === null))
			await blankResult(tx, same.id, clock.now());
	});
}
