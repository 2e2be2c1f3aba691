import type { ListedLesson } from '../catalog/index.ts';
import { newId } from '../platform/ids.ts';
import type { Building } from '../platform/persistence/rows.ts';
import { asked, dutyRow, type Asked } from './asked.ts';
import { learningOf } from './learning.ts';
import { loaderOf, type Load, type Loose } from './loader.ts';
import { accountRow, aPerson, learnerRow, membershipRow, staffRow, type DemoPerson } from './people.ts';
import {
	communesOf,
	department,
	province,
	scaleFor,
	type DemoCommune,
	type DemoPlace,
	type Scale
} from './province.ts';
import { grantRows, triedIn, type Tried } from './roles.ts';
import { seeded, type Chance } from './seeded.ts';
import { topRows, placeRow } from './place-rows.ts';

export interface DemoPlan {
	/** How many people there shall be, ten of whom are tried by a link. */
	readonly people: number;
	readonly now: Date;
	readonly lessons: readonly ListedLesson[];
	/** Told after each commune how many people there are by now. */
	readonly tell: (people: number) => void;
}

interface Means {
	readonly load: Load;
	readonly chance: Chance;
	readonly plan: DemoPlan;
	readonly things: readonly Asked[];
	/** Those whose roles are tried: they are registered, and may do at once what their roles let them. */
	readonly tried: readonly Tried[];
}

/** How many lessons somebody has begun at most: together some ten answers and lessons for each. */
const mostLessons = 5;
const portion = 2_000;
const day = 86_400_000;

/**
 * Fills a database in the making with a made-up province, the same each time for the same number of people: communes,
 * organisations, people who learnt over the last year, lists of staff of whom one in ten has no account, and what the
 * province asks of its officials. Returns those whose roles are tried.
 */
export async function fillDemo(building: Building, plan: DemoPlan): Promise<Tried[]> {
	const chance = seeded(2026);
	const load = loaderOf(building);
	const scale = scaleFor(plan.people);
	await load('places', [...topRows(), placeRow(department)]);
	let tried: Tried[] = [];
	let things: Asked[] = [];
	let people = 0;
	let number = 0;
	for (const commune of communesOf(scale, chance)) {
		await load('places', commune.places.map(placeRow));
		if (number === 0) {
			tried = triedIn(commune, chance);
			things = await askFirst(load, tried, plan);
			people += await keepPeople(
				{ load, chance, plan, things, tried },
				tried.map(({ person }) => person)
			);
		}
		const share = Math.round(((number + 1) * plan.people) / scale.communes) - people;
		for (const group of inPortions(peopleOf(commune, { scale, chance, share })))
			people += await keepPeople({ load, chance, plan, things, tried }, group);
		plan.tell(people);
		number++;
	}
	return tried;
}

async function askFirst(load: Load, tried: readonly Tried[], { now, lessons }: DemoPlan): Promise<Asked[]> {
	const madeBy = tried.find(({ as }) => as === 'province-officer')?.person.accountId ?? '';
	const courses = [...new Set(lessons.map(({ courseId }) => courseId))];
	const things = asked({ madeBy, now: now.getTime(), courses });
	await load(
		'assignments',
		things.map(({ row }) => row)
	);
	await load(
		'assignment_items',
		things.map(({ row, subject }) => ({ assignmentId: row.id, position: 1, subject }))
	);
	await load(
		'assignment_targets',
		things.flatMap(({ row }) =>
			officialKinds.map((organisationKind) => ({
				...{ id: newId(), assignmentId: row.id, kind: 'organisation', organisationKind },
				...{ placeId: province.id, placePath: province.path }
			}))
		)
	);
	await load('grants', grantRows(tried, new Date(now.getTime() - 400 * day)));
	return things;
}

/** Officials and members of the commune's organisations first, then whoever else lives there. */
function* peopleOf(
	{ place, villages, agencies, classes, firms }: DemoCommune,
	{ scale, chance, share }: { scale: Scale; chance: Chance; share: number }
): Generator<DemoPerson> {
	const organisations: [readonly DemoPlace[], number][] = [
		[agencies, scale.officials],
		[classes, Math.min(35, scale.members)],
		[firms, scale.members]
	];
	const home = () => (villages.length > 0 ? chance.pick(villages) : place);
	let made = 0;
	for (const [places, count] of organisations)
		for (const each of places)
			for (let i = 0; i < count && made < share; i++, made++) yield aPerson(chance, home(), each);
	for (; made < share; made++) yield aPerson(chance, home());
}

function* inPortions(people: Iterable<DemoPerson>): Generator<DemoPerson[]> {
	let group: DemoPerson[] = [];
	for (const person of people) {
		group.push(person);
		if (group.length < portion) continue;
		yield group;
		group = [];
	}
	if (group.length > 0) yield group;
}

/** Of one in ten who stand in a list of staff there is that line and nothing else: they have not registered yet. */
async function keepPeople(means: Means, people: readonly DemoPerson[]): Promise<number> {
	const { load, chance, plan, things, tried } = means;
	const now = plan.now.getTime();
	const since = new Date(now - 380 * day);
	const grants = new Map(tried.map(({ person, grant }) => [person.learnerId, grant]));
	const rows: Record<string, Loose[]> = {};
	const add = (table: string, ...more: readonly Loose[]) => void (rows[table] ??= []).push(...more);
	for (const person of people) {
		const official = isOfficial(person);
		const registered = !official || grants.has(person.learnerId) || chance.is(0.9);
		if (official) add('staff_entries', ...staffRow(person, { addedAt: since, registered }));
		if (!registered) continue;
		add('learners', learnerRow(person, since));
		add('accounts', accountRow(person, since));
		add('memberships', ...membershipRow(person, since));
		if (official) add('duties', ...things.map((thing) => dutyRow(thing, person, { chance, now })));
		const trained = Boolean(grants.get(person.learnerId));
		const studying = { lessons: plan.lessons, chance, now, most: mostLessons, trained };
		const { progress, answers } = learningOf(person, studying);
		add('lesson_progress', ...progress);
		add('check_answers', ...answers);
	}
	for (const [table, found] of Object.entries(rows)) await load(table, found);
	return people.length;
}

/** Whoever works for the state: agencies, and schools but not their classes. */
const officialKinds = ['agency', 'school'];
const isOfficial = ({ belongs }: DemoPerson) => officialKinds.includes(belongs?.place.organisationKind ?? '');
