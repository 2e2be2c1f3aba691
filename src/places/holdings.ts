import { dayInVietNam } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { countAt, countWithin, type PathTable, type PlaceMove } from '../platform/place-moves.ts';
import { countBelow, type Place } from './queries.ts';
import type { PlaceHoldings } from './schemas.ts';

/** What this room needs to let a place go into another: what each room keeps at places, and where it keeps their paths. */
export type MovingHouse = House & { readonly moves: readonly PlaceMove[]; readonly paths: readonly PathTable[] };

/** What there is at a place and below it, in numbers; places first. */
export async function holdingsWithin(
	{ moves }: Pick<MovingHouse, 'moves'>,
	reader: Reader,
	{ path }: Place
): Promise<PlaceHoldings['holdings']> {
	const counted = Object.entries(await countBelow(reader, path)).map(([what, count]) => ({ what, count }));
	for (const move of moves) counted.push({ what: move.what, count: await countWithin(reader, move, path) });
	return counted.filter(({ count }) => count > 0);
}

/** Whether nobody and nothing that goes on is at the place itself. */
export async function mayEnd({ moves }: Pick<MovingHouse, 'moves'>, reader: Reader, { path }: Place): Promise<boolean> {
	for (const move of moves) if (move.living && (await countAt(reader, move, path)) > 0) return false;
	return true;
}

const day = 86_400_000;

/** The last day on which a place that ends now was there: it is gone from lists at once. */
export const dayBefore = (at: Date) => dayInVietNam(new Date(at.getTime() - day));
