import type { House } from '../platform/house.ts';
import { dayInVietNam } from '../platform/clock.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { fold } from '../platform/text.ts';
import { findStanding, listByIds, listContacts, listMerged, listParents, listPlaces, type Place } from './queries.ts';
import { noSuchPlace } from './refusals.ts';
import type { PlaceView } from './schemas.ts';

export const country = 'vn';

export interface PlaceSearch {
	/** Only directly below this place or, with a query, anywhere below it. */
	parent?: string;
	query?: string;
	/** The last place of the page before. */
	after?: string;
	limit?: number;
}

/** One page of places: the children of a place (of the country without one), or those whose name contains the query. */
export async function searchPlaces({ store, clock }: House, search: PlaceSearch) {
	const { parent = country, query = '', after, limit = 100 } = search;
	const above = await getPlace(store.read, parent);
	const containing = fold(query);
	const found = await listPlaces(store.read, {
		...(containing === '' ? { parentId: above.id } : { below: above.path, containing }),
		...(after !== undefined && { after: await getPlace(store.read, after) }),
		day: dayInVietNam(clock.now()),
		limit: limit + 1
	});
	const page = found.slice(0, limit);
	const renamed = after === undefined ? await byOldName(store.read, { above, containing, page }) : [];
	return { places: [...page, ...renamed], next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Places that others went into, found by what those were called. */
async function byOldName(
	reader: Reader,
	{ above, containing, page }: { above: Place; containing: string; page: readonly { id: string }[] }
) {
	if (containing === '') return [];
	const merged = await listMerged(reader, { below: above.path, containing });
	const known = new Set(page.map(({ id }) => id));
	const into = await listByIds(reader, [...new Set(merged.flatMap(({ mergedInto }) => mergedInto ?? []))]);
	return into
		.filter(({ id }) => !known.has(id))
		.map(({ id, kind, name, localKind, parentId, path, sample }) => ({
			...{ id, kind, name, localKind, parentId, path, sample },
			formerly: merged.filter(({ mergedInto }) => mergedInto === id).map((each) => each.name)
		}));
}

async function getPlace(reader: Reader, id: string): Promise<Place> {
	const place = await findStanding(reader, id);
	if (!place) throw noSuchPlace();
	return place;
}

/** One place with what is above and below it and its contact cards. */
export async function getPlaceView({ store, clock }: House, id: string): Promise<PlaceView> {
	const place = await getPlace(store.read, id);
	const [parents, contacts, children] = await Promise.all([
		listParents(store.read, place.path),
		listContacts(store.read, id),
		listPlaces(store.read, { parentId: id, day: dayInVietNam(clock.now()), limit: 100 })
	]);
	return { ...place, parents, contacts, children };
}
