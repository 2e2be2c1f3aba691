import { listPlacesByIds } from '../../places/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { HelpedRow } from './queries.ts';
import type { HelpedSummary } from './schemas.ts';

/** Helped learners as lists tell of them; a place that was merged meanwhile says so. */
export async function summariesOf(
	{ clock }: Pick<House, 'clock'>,
	reader: Reader,
	rows: HelpedRow[]
): Promise<HelpedSummary[]> {
	const today = dayInVietNam(clock.now());
	const found = await listPlacesByIds(reader, [...new Set(rows.map(({ placeId }) => placeId))]);
	const places = new Map(found.map((place) => [place.id, place]));
	return rows.map(({ id, name, birthYear, apart, household, placeId }) => {
		const place = places.get(placeId);
		const ended = place !== undefined && place.validTo !== null && place.validTo < today;
		return { id, name, birthYear, apart, household, place: { id: placeId, name: place?.name ?? '', ended } };
	});
}
