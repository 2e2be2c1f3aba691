import { dayInVietNam } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import type { PathTable, PlaceMove } from '../platform/place-moves.ts';
import type { Place } from './queries.ts';
import type { PlaceHoldings } from './schemas.ts';

/** What this room needs to let a place go into another: what each room keeps at places, and where it keeps their paths. */
export type MovingHouse = House & { readonly moves: readonly PlaceMove[]; readonly paths: readonly PathTable[] };

/** What there is at a place, in numbers. */
export async function holdingsOf(
	{ moves }: Pick<MovingHouse, 'moves'>,
	reader: Reader,
	place: Place
): Promise<PlaceHoldings> {
	const counted = [];
	for (const { what, living, count } of moves) counted.push({ what, living, count: await count(reader, place) });
	return {
		holdings: counted.filter(({ count }) => count > 0).map(({ what, count }) => ({ what, count })),
		mayEnd: counted.every(({ living, count }) => !living || count === 0)
	};
}

const day = 86_400_000;

/** The last day on which a place that ends now was there: it is gone from lists at once. */
export const dayBefore = (at: Date) => dayInVietNam(new Date(at.getTime() - day));
