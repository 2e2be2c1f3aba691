import { listPeopleByLearner } from '../../identity/index.ts';
import { listClassesOf, type Place } from '../../places/index.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { vietnameseSortKey } from '../../platform/text.ts';
import { namesOf } from '../assignments/names.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { named, organisationFor, refuseClosed } from '../organisations.ts';
import { noSuchOrganisation } from '../refusals.ts';
import { peopleOf, type ClassPerson } from './people.ts';
import { opensOn, planYear, usualLastGrade, yearAfter, yearsOf, type Step, type Target } from './plan.ts';
import { notASchool } from './refusals.ts';
import type { YearPlan } from './schemas.ts';

/** Roles that lead a school over to a new year: those that set up and close its classes. */
export const yearKeepers = ['officer', 'administrator'] as const satisfies readonly Role[];

/** What somebody chose: which year ends, which grade is the last, who repeats the year. */
export interface Chosen {
	readonly from?: string | undefined;
	readonly lastGrade?: number | undefined;
	readonly staying?: readonly string[];
}

/** What becomes of a school: its classes, where each goes, and who is in it. */
export interface Year {
	readonly school: Place;
	readonly standing: readonly Place[];
	readonly from: string | null;
	readonly lastGrade: number;
	readonly steps: readonly Step[];
	readonly people: ReadonlyMap<string, readonly ClassPerson[]>;
	readonly staying: ReadonlySet<string>;
}

/** Reads what a new school year means for a school within the actor's places. */
export async function yearOf(
	reader: Reader,
	actor: Actor,
	{ id, now, ...chosen }: Chosen & { id: string; now: Date }
): Promise<Year> {
	const school = await organisationFor(reader, actor, { id, roles: yearKeepers });
	if (school.organisationKind !== 'school') throw notASchool();
	refuseClosed(school, now);
	const standing = await listClassesOf(reader, school.id, dayInVietNam(now));
	const from = chosen.from ?? yearsOf(standing)[0] ?? null;
	const leaving = standing.filter(({ grade, schoolYear }) => grade !== null && schoolYear === from);
	const lastGrade = chosen.lastGrade ?? usualLastGrade(leaving.map(({ grade }) => grade ?? 0));
	const people = await peopleOf(
		reader,
		leaving.map((each) => each.id)
	);
	const staying = new Set(chosen.staying);
	const withStaying = leaving.filter((each) => people.get(each.id)?.some(({ ref }) => staying.has(ref)));
	const choice = { lastGrade, staying: new Set(withStaying.map((each) => each.id)) };
	const steps = from === null ? [] : planYear(standing, { from, ...choice });
	return { school, standing, from, lastGrade, steps, people, staying };
}

/** What a new school year would do, class by class, before anything is done; that names were shown is written down. */
export async function readYear(house: House, actor: Actor, asked: Chosen & { id: string }): Promise<YearPlan> {
	const now = house.clock.now();
	const reader = house.store.read;
	const year = await yearOf(reader, actor, { ...asked, now });
	const [school] = await named(reader, [year.school]);
	if (!school) throw noSuchOrganisation();
	const classes = await toldClasses(reader, year);
	const results = classes.reduce((sum, each) => sum + each.people.length, 0);
	const details = { results, further: false };
	const act = actOnOrganisation(actor, 'assign.members-listed', { ...year.school, details });
	await house.store.transact((tx) => recordAct(tx, house, act));
	const { from, lastGrade, standing } = year;
	const to = from === null ? null : yearAfter(from);
	const early = to !== null && dayInVietNam(now) < opensOn(to);
	return {
		...{ school, years: yearsOf(standing), from, to, lastGrade, classes },
		opensOn: early ? opensOn(to) : null,
		untouched: untouched(year),
		totals: totalsOf(year)
	};
}

/** How many go where, and how many classes are to be made. */
export function totalsOf({ steps, people, staying }: Year): YearPlan['totals'] {
	const totals = { up: 0, stays: 0, finishes: 0 };
	for (const { id, up } of steps)
		for (const { ref } of people.get(id) ?? []) totals[staying.has(ref) ? 'stays' : up === null ? 'finishes' : 'up']++;
	return { ...totals, made: targetsOf(steps).filter(({ id }) => id === null).length };
}

/** Each class of the new year once. */
export function targetsOf(steps: readonly Step[]): Target[] {
	return [...new Set(steps.flatMap(({ up, stay }) => [up, stay].filter((each) => each !== null)))];
}

function untouched({ standing, from }: Year): YearPlan['untouched'] {
	return standing
		.filter(({ grade, schoolYear }) => grade === null || schoolYear !== from)
		.map(({ id, name, grade }) => ({
			id,
			name,
			why: grade === null ? ('no-grade' as const) : ('other-year' as const)
		}));
}

async function toldClasses(reader: Reader, { standing, steps, people, staying }: Year): Promise<YearPlan['classes']> {
	const tell = await teller(reader, [...people.values()].flat());
	const places = new Map(standing.map((place) => [place.id, place]));
	const target = (one: Target | null) => (one === null ? null : { name: one.name, made: one.id === null });
	return steps.map(({ id, up, stay }) => {
		const told = (people.get(id) ?? []).map((person) => ({ ...tell(person), stays: staying.has(person.ref) }));
		const stays = told.filter((each) => each.stays).length;
		return {
			...{ id, name: places.get(id)?.name ?? '', grade: places.get(id)?.grade ?? 0 },
			...{ up: target(up), stay: target(stay), goes: told.length - stays, stays },
			people: told.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
		};
	});
}

const sortKey = ({ name, ref }: { name: string | null; ref: string }) => `${vietnameseSortKey(name ?? '')} ${ref}`;

/** Tells of these people what a list of a class says. */
async function teller(reader: Reader, people: readonly ClassPerson[]) {
	const learnerIds = people.flatMap(({ member }) => member?.learnerId ?? []);
	const names = new Map<string, string>();
	const years = new Map<string, number>();
	for (let start = 0; start < learnerIds.length; start += 500) {
		const some = learnerIds.slice(start, start + 500);
		for (const [id, name] of await namesOf(reader, some)) names.set(id, name);
		for (const { learnerId, birthYear } of await listPeopleByLearner(reader, some)) years.set(learnerId, birthYear);
	}
	return ({ ref, member, entries: [entry] }: ClassPerson) => ({
		ref,
		name: (member ? names.get(member.learnerId) : entry?.name) ?? null,
		birthYear: (member ? years.get(member.learnerId) : entry?.birthYear) ?? null,
		position: (member ?? entry)?.position ?? null,
		registered: member !== null
	});
}
