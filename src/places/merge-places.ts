import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import { dayInVietNam } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import type { PlaceMove } from '../platform/place-moves.ts';
import { keepers } from './new-place.ts';
import { endPlace, findPlace, type Place } from './queries.ts';
import { getPlaceView } from './read-places.ts';
import { noSuchPlace, notMergeable, notYourPlace, stillInUse } from './refusals.ts';
import type { PlaceHoldings, PlaceView } from './schemas.ts';

/** What this room needs to let a place go into another: what each room keeps at places. */
export type MovingHouse = House & { readonly moves: readonly PlaceMove[] };

const day = 86_400_000;

/** What there is at a village, in numbers: what would go along, and whether it may simply end. */
export async function readHoldings(house: MovingHouse, actor: Actor, id: string): Promise<PlaceHoldings> {
	return holdingsOf(house, house.store.read, await getVillage(house, house.store.read, { actor, id }));
}

async function holdingsOf({ moves }: MovingHouse, reader: Reader, place: Place): Promise<PlaceHoldings> {
	const counted = [];
	for (const { what, living, count } of moves) counted.push({ what, living, count: await count(reader, place) });
	return {
		holdings: counted.filter(({ count }) => count > 0).map(({ what, count }) => ({ what, count })),
		mayEnd: counted.every(({ living, count }) => !living || count === 0)
	};
}

/**
 * Lets a village go into another, with all that is there: people, helped learners, households, teams, classes, visits.
 * What was written in the trail stays as it was. Whoever still names the old one, an old list, a code on a wall or a
 * phone without signal, is led to the new one. Both must be villages of the actor's places that have not ended.
 */
export async function mergeVillage(
	house: MovingHouse,
	actor: Actor,
	{ id, into: intoId }: { id: string; into: string }
): Promise<PlaceView> {
	await house.store.transact(async (tx) => {
		const from = await getVillage(house, tx, { actor, id });
		const into = await getVillage(house, tx, { actor, id: intoId });
		if (from.id === into.id || from.sample !== into.sample) throw notMergeable();
		const at = house.clock.now();
		let moved = 0;
		for (const { count, move } of house.moves) {
			moved += await count(tx, from);
			await move(tx, { from, into, at });
		}
		await endPlace(tx, { id: from.id, validTo: dayBefore(at), mergedInto: into.id });
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, from.path),
			action: 'places.village-merged',
			subject: { kind: 'place', id: from.id },
			placePath: from.path,
			details: { into: into.id, moved }
		});
	});
	return getPlaceView(house, intoId);
}

/** Ends a village where nobody is any more. Refuses with `places.still-in-use` while somebody or something is. */
export async function endVillage(house: MovingHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const place = await getVillage(house, tx, { actor, id });
		if (!(await holdingsOf(house, tx, place)).mayEnd) throw stillInUse();
		await endPlace(tx, { id, validTo: dayBefore(house.clock.now()), mergedInto: null });
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, place.path),
			action: 'places.village-ended',
			subject: { kind: 'place', id },
			placePath: place.path
		});
	});
}

/** The last day on which it was there: it is gone from lists at once. */
const dayBefore = (at: Date) => dayInVietNam(new Date(at.getTime() - day));

async function getVillage(
	{ clock }: House,
	reader: Reader,
	{ actor, id }: { actor: Actor; id: string }
): Promise<Place> {
	const place = await findPlace(reader, id);
	if (!place) throw noSuchPlace();
	if (!mayActIn(actor, keepers, place.path)) throw notYourPlace();
	const ended = place.validTo !== null && place.validTo < dayInVietNam(clock.now());
	if (place.kind !== 'village' || ended) throw notMergeable();
	return place;
}
