import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { PlaceMove } from '../../platform/place-moves.ts';
import { dayBefore } from '../holdings.ts';
import { codeFor, keepers, placeFrom } from '../new-place.ts';
import { addPlaces, endPlace, type Place } from '../queries.ts';
import { places } from '../tables.ts';
import { staysTold } from './change-organisation.ts';

type Means = Pick<House, 'clock' | 'secrets'>;

/** All that lies directly in a school on a day, by name. */
export function listClassesOf(reader: Reader, schoolId: string, day: string): Promise<Place[]> {
	return reader
		.select()
		.from(places)
		.where(and(eq(places.parentId, schoolId), or(isNull(places.validTo), gte(places.validTo, day))))
		.orderBy(asc(inByteOrder(places.nameSort)), asc(inByteOrder(places.id)));
}

/** A class as it is to begin. */
export type ClassParts = Pick<Place, 'name' | 'localKind' | 'sector' | 'grade' | 'schoolYear'>;

/** Opens a class in a school, for rooms that made sure that it may be so. */
export async function openClass(
	tx: Writer,
	means: Means,
	{ school, actor, parts }: { school: Place; actor: Actor; parts: ClassParts }
): Promise<Place> {
	const { name, localKind, ...details } = parts;
	const validFrom = dayInVietNam(means.clock.now());
	const bare = placeFrom({ kind: 'organisation', name, localKind, code: codeFor(name), parent: school, validFrom });
	const place: Place = { ...bare, ...details, organisationKind: 'class' };
	await addPlaces(tx, [place]);
	await recordAct(tx, means, {
		doer: doerOf(actor, keepers, school.path),
		action: 'places.organisation-made',
		subject: { kind: 'place', id: place.id },
		placePath: place.path,
		details: { kind: 'class' }
	});
	return place;
}

/**
 * Ends a class, for rooms that have seen to its members, its list and its roles. What else lives there goes into another
 * place; what is over stays told where it was.
 */
export async function endClass(
	tx: Writer,
	means: Means & { readonly moves: readonly PlaceMove[] },
	{ place, into, actor }: { place: Place; into: Place; actor: Actor }
): Promise<void> {
	const at = means.clock.now();
	for (const { what, living, move } of means.moves)
		if (living && !staysTold.has(what)) await move(tx, { from: place, into, at });
	await endPlace(tx, { id: place.id, validTo: dayBefore(at), mergedInto: null });
	await recordAct(tx, means, {
		doer: doerOf(actor, keepers, place.path),
		action: 'places.organisation-closed',
		subject: { kind: 'place', id: place.id },
		placePath: place.path
	});
}
