import type { House } from '../platform/house.ts';
import { dayInVietNam } from '../platform/clock.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { fold, tidy } from '../platform/text.ts';
import { findStanding, listByIds, listContacts, listMerged, listParents, listPlaces, type Place } from './queries.ts';
import { listByFormerNames, listFormerNames } from './naming/queries.ts';
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
		...(containing === '' ? { parentId: above.id } : { below: above.path, containing, code: tidy(query) }),
		...(after !== undefined && { after: await getPlace(store.read, after) }),
		day: dayInVietNam(clock.now()),
		limit: limit + 1
	});
	const page = found.slice(0, limit);
	const renamed = after === undefined ? await byOldName(store.read, { above, containing, page }) : [];
	return { places: [...page, ...renamed], next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Places by what they, or those that went into them, were called, and by the old district they lay in. */
async function byOldName(
	reader: Reader,
	{ above, containing, page }: { above: Place; containing: string; page: readonly { id: string }[] }
) {
	if (containing === '') return [];
	const search = { below: above.path, containing };
	const merged = (await listMerged(reader, search)).map((row) => ({ ...row, kind: 'name', placeId: null }));
	const told = [...merged, ...(await listByFormerNames(reader, search))];
	const standing = ({ placeId, mergedInto }: (typeof told)[number]) => mergedInto ?? placeId ?? '';
	const known = new Set(page.map(({ id }) => id));
	const into = await listByIds(reader, [...new Set(told.map(standing))]);
	return into
		.filter(({ id, validTo }) => !known.has(id) && validTo === null)
		.map(({ id, kind, name, localKind, parentId, path, sample }) => {
			const names = (wanted: string) =>
				told.filter((each) => standing(each) === id && each.kind === wanted).map((each) => each.name);
			const [formerly, districts] = [names('name'), names('district')];
			return {
				...{ id, kind, name, localKind, parentId, path, sample },
				...(formerly.length > 0 && { formerly }),
				...(districts.length > 0 && { districts })
			};
		});
}

async function getPlace(reader: Reader, id: string): Promise<Place> {
	const place = await findStanding(reader, id);
	if (!place) throw noSuchPlace();
	return place;
}

/** One place with what is above and below it and its contact cards. */
export async function getPlaceView({ store, clock }: House, id: string): Promise<PlaceView> {
	const place = await getPlace(store.read, id);
	const [parents, contacts, children, names] = await Promise.all([
		listParents(store.read, place.path),
		listContacts(store.read, place.id),
		listPlaces(store.read, { parentId: place.id, day: dayInVietNam(clock.now()), limit: 100 }),
		listFormerNames(store.read, place.id)
	]);
	return { ...place, parents, contacts, children, names };
}
