import { listPlaces, listPlacesByIds, listPlacesByPaths, searchPlaces, type Place } from '../../places/index.ts';
import { mayActIn, outermostGrants, type Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { fold } from '../../platform/text.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { placesOf } from './names.ts';
import type { FoundPlaces, PlaceSearch } from './schemas.ts';

type Found = Pick<Place, 'id' | 'name' | 'kind' | 'parentId' | 'path'> & { formerly?: string[]; districts?: string[] };

/** Offered before anybody searches; a search is answered with fewer, to be read one by one. */
const mostOffered = 200;
const mostFound = 50;

/**
 * The places in whose name, and whose people, the actor may give things out: the first ones or, with a query, those of
 * that name, old names too; and those that were chosen before, as far as they are hers.
 */
export async function findPlaces(
	house: AssignHouse,
	actor: Actor,
	{ query = '', chosen = [] }: PlaceSearch
): Promise<FoundPlaces> {
	const reader = house.store.read;
	const { places, more } = await listOwn(house, actor, query);
	const kept = (await listPlacesByIds(reader, chosen)).filter(({ path }) => mayActIn(actor, givers, path));
	const above = [...places, ...kept].flatMap(({ parentId }) => parentId ?? []);
	const within = await placesOf(reader, above);
	const tell = ({ id, name, kind, parentId, formerly = [], districts = [] }: Found) => ({
		...{ id, name, organisation: kind === 'organisation', formerly: [...formerly, ...districts] },
		within: (parentId !== null && within.get(parentId)) || null
	});
	return { places: places.map(tell), more, chosen: kept.map(tell) };
}

async function listOwn(house: AssignHouse, actor: Actor, query: string) {
	const folded = fold(query);
	const most = folded === '' ? mostOffered : mostFound;
	const held = outermostGrants(actor, givers);
	const own = await listPlacesByPaths(
		house.store.read,
		held.map(({ placePath }) => placePath)
	);
	const found = new Map<string, Found>(
		own.filter((place) => place.folded.includes(folded)).map((place) => [place.id, place])
	);
	let more = false;
	for (const { placeId, placePath } of held) {
		const below =
			folded === ''
				? await listFirst(house, placePath)
				: await searchPlaces(house, { parent: placeId, query, limit: most });
		more ||= below.next !== null;
		for (const place of below.places) if (mayActIn(actor, givers, place.path)) found.set(place.id, place);
	}
	const places = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	return { places: places.slice(0, most), more: more || places.length > most };
}

async function listFirst({ store, clock }: AssignHouse, below: string) {
	const day = dayInVietNam(clock.now());
	const places = await listPlaces(store.read, { below, day, limit: mostOffered + 1 });
	return { places, next: places[mostOffered]?.id ?? null };
}
