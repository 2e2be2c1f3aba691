import { findPlace, listPlacesByIds, type Place } from '../places/index.ts';
import { mayActIn, type Actor, type Role } from '../platform/actor.ts';
import { dayInVietNam } from '../platform/clock.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { noSuchOrganisation, organisationClosed } from './refusals.ts';

/** An organisation within the actor's places; refuses any other. */
export async function organisationFor(
	reader: Reader,
	actor: Actor,
	{ id, roles }: { id: string; roles: readonly Role[] }
): Promise<Place> {
	const place = await findPlace(reader, id);
	if (place?.kind !== 'organisation' || !mayActIn(actor, roles, place.path)) throw noSuchOrganisation();
	return place;
}

/** Nobody joins, or is written into the list of, an organisation that has ended. */
export function refuseClosed({ validTo }: Place, now: Date): void {
	if (validTo !== null && validTo < dayInVietNam(now)) throw organisationClosed();
}

/** Places as they are told, with the name of what they lie in. */
export async function named(reader: Reader, places: readonly Place[]) {
	const above = await listPlacesByIds(reader, [...new Set(places.flatMap(({ parentId }) => parentId ?? []))]);
	const names = new Map(above.map(({ id, name }) => [id, name]));
	return places.map(({ id, name, parentId }) => ({ id, name, within: names.get(parentId ?? '') ?? null }));
}
