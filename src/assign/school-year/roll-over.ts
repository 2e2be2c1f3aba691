import { carryGrants } from '../../identity/index.ts';
import { endClass, openClass, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { PlaceMove } from '../../platform/place-moves.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { addEntries, type EntryRow } from '../staff/queries.ts';
import type { ClassPerson } from './people.ts';
import { opensOn, yearAfter, type Step, type Target } from './plan.ts';
import { addMemberships, endCodesOf, endEntries, endMemberships, listEntriesIn, listMembersIn } from './queries.ts';
import { targetsOf, totalsOf, yearKeepers, yearOf, type Year } from './read-year.ts';
import { nothingLeft, tooEarly } from './refusals.ts';
import type { TypedYear, YearDone } from './schemas.ts';

/** What this takes besides the house: what all rooms keep at places. */
export type SchoolHouse = House & { readonly moves: readonly PlaceMove[] };

/**
 * Leads a school over to the next school year, all of it or nothing: classes of the new year are made, people, lists and
 * roles go over to them, and the old classes end and stay told. Asked again, it finds nothing left to do. What people
 * have to do follows them afterwards, class by class.
 */
export async function rollOver(house: SchoolHouse, actor: Actor, asked: TypedYear & { id: string }): Promise<YearDone> {
	const now = house.clock.now();
	return house.store.transact(async (tx) => {
		const year = await yearOf(tx, actor, { ...asked, now });
		const to = yearAfter(asked.from);
		if (year.steps.length === 0) throw nothingLeft();
		if (dayInVietNam(now) < opensOn(to)) throw tooEarly({ values: { year: to.slice(0, 4) } });
		const opened = await openTargets(tx, house, { actor, year, to });
		const places = new Map(year.standing.map((place) => [place.id, place]));
		for (const step of year.steps) {
			const place = places.get(step.id);
			if (place) await carryClass(tx, house, { actor, year, step, place, opened });
		}
		const done = { ...totalsOf(year), ended: year.steps.length };
		const details = { to, ...done };
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.year-begun', { ...year.school, details }));
		return { to, ...done };
	});
}

type Opened = ReadonlyMap<Target, Place>;

/** The classes of the new year, made where they are not there yet. A new one is of the sector of the class before it. */
async function openTargets(
	tx: Writer,
	house: SchoolHouse,
	{ actor, year, to }: { actor: Actor; year: Year; to: string }
): Promise<Opened> {
	const { school, standing, steps } = year;
	const opened = new Map<Target, Place>();
	for (const target of targetsOf(steps)) {
		const source = steps.find(({ up, stay }) => up === target || stay === target);
		const like = standing.find(({ id }) => id === (target.id ?? source?.id));
		if (!like) continue;
		const { localKind, sector } = like;
		const parts = { name: target.name, localKind, sector, grade: target.grade, schoolYear: to };
		opened.set(target, target.id === null ? await openClass(tx, house, { school, actor, parts }) : like);
	}
	return opened;
}

interface Carrying {
	readonly actor: Actor;
	readonly year: Year;
	readonly step: Step;
	readonly place: Place;
	readonly opened: Opened;
}

async function carryClass(
	tx: Writer,
	house: SchoolHouse,
	{ actor, year, step, place, opened }: Carrying
): Promise<void> {
	const { school, people, staying } = year;
	const all = people.get(step.id) ?? [];
	const up = (step.up && opened.get(step.up)) ?? null;
	const stay = (step.stay && opened.get(step.stay)) ?? null;
	await carryPeople(tx, house, { people: all.filter(({ ref }) => !staying.has(ref)), into: up });
	await carryPeople(tx, house, { people: all.filter(({ ref }) => staying.has(ref)), into: stay });
	const doer = doerOf(actor, yearKeepers, place.path);
	await carryGrants(tx, house, { fromId: place.id, into: up, grantedBy: actor.accountId, doer });
	await endCodesOf(tx, place.id, house.clock.now());
	await endClass(tx, house, { place, into: up ?? school, actor });
	await house.facts.record(tx, 'assign.class-ended', { placeId: place.id });
}

/** Here their time ends, there it begins; whoever stands there already goes on as she was. */
async function carryPeople(
	tx: Writer,
	{ clock }: Pick<House, 'clock'>,
	{ people, into }: { people: readonly ClassPerson[]; into: Place | null }
): Promise<void> {
	const at = clock.now();
	const members = people.flatMap(({ member }) => member ?? []);
	const endedWhy = into === null ? 'finished' : 'moved';
	await endMemberships(
		tx,
		members.map(({ id }) => id),
		{ endedAt: at, endedWhy }
	);
	const entries = people.flatMap((person) => person.entries);
	await endEntries(
		tx,
		entries.map(({ id }) => id),
		at
	);
	if (into === null) return;
	const there = new Set((await listMembersIn(tx, [into.id])).map(({ learnerId }) => learnerId));
	const fresh = members.filter(({ learnerId }) => !there.has(learnerId));
	const where = { placeId: into.id, placePath: into.path };
	await addMemberships(
		tx,
		fresh.map(({ learnerId, position }) => ({
			...{ id: newId(), ...where, learnerId, position, joinedAt: at, endedAt: null, endedWhy: null }
		}))
	);
	const listed = new Set((await listEntriesIn(tx, [into.id])).map(({ personKey }) => personKey));
	const next = entries.filter(({ personKey }) => !listed.has(personKey));
	await addEntries(
		tx,
		next.map((entry): EntryRow => ({ ...entry, id: newId(), ...where, importId: null, addedAt: at, endedAt: null }))
	);
}
