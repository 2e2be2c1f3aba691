import { mayActIn, withinGrants, type Actor, type Role } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { refusal } from '../../platform/refusal.ts';
import { keepers } from '../new-place.ts';
import { findPlace, findStanding, listParents } from '../queries.ts';
import { noSuchPlace } from '../refusals.ts';
import { places, type OrganisationKind, type Sector } from '../tables.ts';
import { listOrganisations } from './queries.ts';
import type { OrganisationView } from './schemas.ts';

export const noSuchOrganisation = refusal('not-found', 'organisations.no-such-organisation');

/** Roles that see the organisations of their places. */
const readers = [...keepers, 'teacher', 'overseer'] as const satisfies readonly Role[];

export interface OrganisationSearch {
	/** At or below this place, or directly in this one. */
	within?: string;
	parent?: string;
	answersTo?: string;
	kind?: OrganisationKind;
	sector?: Sector;
	query?: string;
	after?: string;
	limit: number;
}

/** One page of the organisations in the reader's places: also those that answer to hers, wherever they lie. */
export async function searchOrganisations(house: House, actor: Actor, search: OrganisationSearch) {
	const { within, parent, after, ...filter } = search;
	const read = house.store.read;
	const named = async (id: string) => {
		const place = await findStanding(read, id);
		if (!place) throw noSuchPlace();
		return place;
	};
	return listOrganisations(read, {
		...filter,
		reach: withinGrants(actor, readers, places.path),
		...(within !== undefined && { within: (await named(within)).path }),
		...(parent !== undefined && { parentId: (await named(parent)).id }),
		...(after !== undefined && { after: await named(after) }),
		day: dayInVietNam(house.clock.now())
	});
}

/** One organisation, for whoever has a role there: what it is, what lies in it and what answers to it. */
export async function getOrganisation({ store, clock }: House, actor: Actor, id: string): Promise<OrganisationView> {
	const place = await findStanding(store.read, id);
	if (place?.kind !== 'organisation' || !mayActIn(actor, readers, place.path)) throw noSuchOrganisation();
	const seen = { day: dayInVietNam(clock.now()), limit: 100 };
	const [parents, boss, inside, ended, answering] = await Promise.all([
		listParents(store.read, place.path),
		place.answersTo === null ? undefined : findPlace(store.read, place.answersTo),
		listOrganisations(store.read, { ...seen, parentId: place.id }),
		listOrganisations(store.read, { ...seen, parentId: place.id, kind: 'class', ended: true }),
		listOrganisations(store.read, { ...seen, answersTo: place.id, reach: withinGrants(actor, readers, places.path) })
	]);
	const parent = parents.at(-1) ?? null;
	const { name, sector, grade, schoolYear, officialCode, validTo, path } = place;
	return {
		...{ id: place.id, name, sector, grade, schoolYear, officialCode, validTo, path, parents, parent },
		organisationKind: place.organisationKind ?? 'other',
		answersTo: boss ? { id: boss.id, name: boss.name } : null,
		children: inside.organisations,
		ended: ended.organisations.sort(newestYearFirst),
		answering: answering.organisations,
		mayChange: mayActIn(actor, keepers, path),
		mayRename: mayActIn(actor, keepers, path.replace(/[^/]+\/$/, ''))
	};
}

function newestYearFirst(a: { schoolYear: string | null }, b: { schoolYear: string | null }): number {
	return (b.schoolYear ?? '').localeCompare(a.schoolYear ?? '');
}
