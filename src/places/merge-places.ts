import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import { dayInVietNam } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { countAt } from '../platform/place-moves.ts';
import { dayBefore, holdingsWithin, mayEnd, type MovingHouse } from './holdings.ts';
import { moveChildren } from './move-children.ts';
import { keepers } from './new-place.ts';
import { answerTo, endPlace, findPlace, moveContacts, type Place } from './queries.ts';
import { getPlaceView } from './read-places.ts';
import { noSuchPlace, notMergeable, notYourPlace, stillInUse } from './refusals.ts';
import type { PlaceHoldings, PlaceView } from './schemas.ts';

/** What there is at a place and below it, in numbers: what would go along, and whether it may simply end. */
export async function readHoldings(house: MovingHouse, actor: Actor, id: string): Promise<PlaceHoldings> {
	const { read } = house.store;
	const place = await getMergeable(house, read, { actor, id });
	const holdings = await holdingsWithin(house, read, place);
	const isLowest = !holdings.some(({ what }) => what === 'places' || what === 'organisations');
	return { holdings, mayEnd: place.kind === 'village' && isLowest && (await mayEnd(house, read, place)) };
}

/**
 * Lets a place go into another of its kind, with all that is there: people, helped learners, households, teams, classes,
 * visits, members, and the places that lie in it with all that is theirs. What was written in the trail stays as it was.
 * Whoever still names the old one, an old list, a code on a wall or a phone without signal, is led to the new one.
 */
export async function mergePlace(
	house: MovingHouse,
	actor: Actor,
	{ id, into: intoId }: { id: string; into: string }
): Promise<PlaceView> {
	await house.store.transact(async (tx) => {
		const from = await getMergeable(house, tx, { actor, id });
		const into = await getMergeable(house, tx, { actor, id: intoId });
		if (!goInto(from, into)) throw notMergeable();
		const at = house.clock.now();
		let moved = 0;
		for (const kind of house.moves) {
			moved += await countAt(tx, kind, from.path);
			await kind.move(tx, { from, into, at });
		}
		const places = await moveChildren(tx, house, { from, into, at });
		await moveContacts(tx, { from: from.id, into: into.id });
		await endPlace(tx, { id: from.id, validTo: dayBefore(at), mergedInto: into.id });
		await straightenLine(tx, from, into);
		await house.facts.record(tx, 'places.merged', { fromId: from.id, intoId: into.id });
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, from.path),
			action: from.kind === 'village' ? 'places.village-merged' : 'places.place-merged',
			subject: { kind: 'place', id: from.id },
			placePath: from.path,
			details: { into: into.id, moved, ...(from.kind !== 'village' && { places }) }
		});
	});
	return getPlaceView(house, intoId);
}

/** Two that stand side by side, of one kind, neither in the other's line from above. */
function goInto(from: Place, into: Place): boolean {
	const asSchools = ['school', 'class'].some((kind) => [from, into].some((each) => each.organisationKind === kind));
	return (
		from.id !== into.id &&
		from.kind === into.kind &&
		from.sample === into.sample &&
		!into.path.startsWith(from.path) &&
		(!asSchools || from.organisationKind === into.organisationKind)
	);
}

/** Who answered to the one answers to the other, which never comes to answer to itself. */
async function straightenLine(tx: Writer, from: Place, into: Place): Promise<void> {
	await answerTo(tx, { from: from.id, to: into.id });
	const seen = new Set([into.id]);
	for (let at = into.answersTo === from.id ? into.id : into.answersTo; at !== null;) {
		if (seen.has(at)) return answerTo(tx, { id: into.id, to: null });
		seen.add(at);
		at = (await findPlace(tx, at))?.answersTo ?? null;
	}
}

/** Ends a village where nobody is any more. Refuses with `places.still-in-use` while somebody or something is. */
export async function endVillage(house: MovingHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const place = await getMergeable(house, tx, { actor, id });
		if (place.kind !== 'village') throw notMergeable();
		if (!(await mayEnd(house, tx, place))) throw stillInUse();
		await endPlace(tx, { id, validTo: dayBefore(house.clock.now()), mergedInto: null });
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, place.path),
			action: 'places.village-ended',
			subject: { kind: 'place', id },
			placePath: place.path
		});
	});
}

/** A place that stands, of whoever keeps the place above it. */
async function getMergeable(
	{ clock }: House,
	reader: Reader,
	{ actor, id }: { actor: Actor; id: string }
): Promise<Place> {
	const place = await findPlace(reader, id);
	if (!place) throw noSuchPlace();
	const above = await findPlace(reader, place.parentId ?? '');
	if (!mayActIn(actor, keepers, above?.path ?? '/')) throw notYourPlace();
	const ended = place.validTo !== null && place.validTo < dayInVietNam(clock.now());
	if (place.kind === 'country' || ended) throw notMergeable();
	return place;
}
