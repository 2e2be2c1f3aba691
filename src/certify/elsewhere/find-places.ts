import { listPlacesByIds, listPlacesByPaths, listPlacesNamed, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { mayEnterFor } from './officers.ts';
import { slipIn, type Read } from './typed.ts';

/**
 * The place that each text means among those the actor may act in: its whole name, behind a comma the names of places
 * it lies in (`Thôn Đông, Xã Xuân`), or its id. Of several with one name none is guessed; a former name means the place
 * that it went into.
 */
export async function findPlaces(
	reader: Reader,
	{ actor, day }: { actor: Actor; day: string },
	typed: readonly string[]
): Promise<Map<string, Read<Place>>> {
	const wanted = [...new Set(typed)];
	const found = await listPlacesNamed(reader, {
		folded: [...new Set(wanted.flatMap(namesIn))],
		ids: wanted
	});
	const standing = await standingOf(reader, found, day);
	const above = new Map(
		(await listPlacesByPaths(reader, pathsAbove(standing.values()))).map((each) => [each.path, each])
	);
	const candidates = found.flatMap((place) => {
		const today = standing.get(place.id);
		return today ? [{ place, today, above }] : [];
	});
	return new Map(wanted.map((text) => [text, choose(actor, text, candidates)]));
}

interface Candidate {
	/** As it is called in the text. */
	readonly place: Place;
	/** The one it is today. */
	readonly today: Place;
	readonly above: ReadonlyMap<string, Place>;
}

function choose(actor: Actor, text: string, candidates: readonly Candidate[]): Read<Place> {
	const names = namesIn(text);
	if (names.length === 0) return slipIn('place-missing');
	const whole = names.at(-1) ?? '';
	const meant = candidates.filter(({ place, today, above }) => {
		if (place.id === text) return true;
		const called = pathsTo(today.path).flatMap((path) => above.get(path)?.folded ?? []);
		return names.includes(place.folded) && leadsTo(whole.slice(place.folded.length + 2), called);
	});
	const places = [...new Map(meant.map(({ today }) => [today.id, today])).values()];
	const hers = places.filter(({ path }) => mayEnterFor(actor, path));
	const [only] = hers;
	if (only && hers.length === 1) return { value: only };
	if (hers.length > 1) return slipIn('place-several', { count: hers.length, name: only?.name ?? '' });
	return slipIn(places.length > 0 ? 'place-outside' : 'place-unknown', { typed: [...text].slice(0, 60).join('') });
}

/** What a text may begin with as a name: all of it, and as far as each comma; names hold commas too. */
function namesIn(text: string): string[] {
	const parts = text.split(',').map(fold).filter(Boolean);
	return parts.map((_, i) => parts.slice(0, i + 1).join(', '));
}

/** Whether what stands behind a name is made of names of what the place lies in. */
function leadsTo(rest: string, above: readonly string[]): boolean {
	if (rest === '') return true;
	return above.some(
		(name) => rest === name || (rest.startsWith(`${name}, `) && leadsTo(rest.slice(name.length + 2), above))
	);
}

/** What each place is today: itself, the one it went into, or nothing where it ended. */
async function standingOf(reader: Reader, found: readonly Place[], day: string): Promise<Map<string, Place>> {
	const into = await listPlacesByIds(reader, [...new Set(found.flatMap(({ mergedInto }) => mergedInto ?? []))]);
	const byId = new Map(into.map((place) => [place.id, place]));
	return new Map(
		found.flatMap((place) => {
			const today = place.mergedInto === null ? place : byId.get(place.mergedInto);
			return today && (today.validTo === null || today.validTo >= day) ? [[place.id, today] as const] : [];
		})
	);
}

/** The paths of everything that a place lies in: of `/46/xuan/dong/` `/`, `/46/` and `/46/xuan/`. */
function pathsTo(path: string): string[] {
	const codes = path.split('/').filter(Boolean);
	return codes.map((_, depth) => ['', ...codes.slice(0, depth), ''].join('/').replace('//', '/'));
}

const pathsAbove = (places: Iterable<Place>) => [...new Set([...places].flatMap(({ path }) => pathsTo(path)))];
