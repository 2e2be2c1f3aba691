import { listAccountNames, listPeopleByLearner, type KnownPerson } from '../identity/index.ts';
import { findPlace, noSuchPlace } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import { vietnameseSortKey } from '../platform/text.ts';
import { listAttendances, listTicks, type AttendanceRow, type TickRow } from './attendance-queries.ts';
import { writtenClassCode } from './class-code.ts';
import { nextStart, stillOnSince } from './class-times.ts';
import type { CommunityHouse } from './community-house.ts';
import { calledApart } from './helped/names-of-helped.ts';
import { listHelpedByLearner, type HelpedRow } from './helped/queries.ts';
import { findClass, findFollowing, findNear, listClasses, listNear, type ClassRow } from './queries.ts';
import { noSuchClass } from './refusals.ts';
import { listRecognised, type RecognisedRow } from './recognised/queries.ts';
import { undoableSince, undoableUntil } from './recognised/undoable.ts';
import { oneself } from './tables.ts';
import type { Came, ClassList, ClassQuery, ClassView, NearbyClasses } from './schemas.ts';
import { publicViews, summaries } from './views.ts';

const pageSize = 50;
const nearbySize = 20;

/** One page of the sessions within the actor's places. */
export async function readClasses(house: CommunityHouse, actor: Actor, query: ClassQuery): Promise<ClassList> {
	const { when, after } = query;
	const last = after === undefined ? undefined : await findClass(house.store.read, actor, after);
	if (after !== undefined && !last) throw noSuchClass();
	const onSince = stillOnSince(house.clock.now());
	const found = await listClasses(house.store.read, actor, { when, onSince, after: last, limit: pageSize + 1 });
	const page = found.slice(0, pageSize);
	return {
		classes: await summaries(house, page, actor.lang),
		next: nextAfter(page, found)
	};
}

/** The sessions to come of a place, of what lies below it and of what it lies in, for anyone: where and when, never who. */
export async function readNearbyClasses(
	house: CommunityHouse,
	actor: Actor,
	asked: NearbyAsked
): Promise<NearbyClasses> {
	const { read } = house.store;
	const place = await findPlace(read, asked.placeId);
	if (!place) throw noSuchPlace();
	const after = asked.after === undefined ? undefined : await findNear(read, { path: place.path, id: asked.after });
	if (asked.after !== undefined && !after) throw noSuchClass();
	const since = stillOnSince(house.clock.now());
	const found = await listNear(read, { path: place.path, since, after, limit: nearbySize + 1 });
	const page = found.slice(0, nearbySize);
	return { classes: await publicViews(house, page, actor.lang), next: nextAfter(page, found) };
}

interface NearbyAsked {
	placeId: string;
	after: string | undefined;
}

/** What to ask for the page after this one with, where more was found than it shows. */
function nextAfter(page: readonly ClassRow[], found: readonly ClassRow[]): string | null {
	return found.length > page.length ? (page.at(-1)?.id ?? null) : null;
}

/** One session with who came, for those who hold classes there. */
export async function readClass(house: CommunityHouse, actor: Actor, id: string): Promise<ClassView> {
	const { store } = house;
	const row = await findClass(store.read, actor, id);
	if (!row) throw noSuchClass();
	const [[view], people, following] = await Promise.all([
		publicViews(house, [row], actor.lang),
		readCame(house, actor, row),
		findFollowing(store.read, id)
	]);
	if (!view) throw noSuchClass();
	const proposed = following || row.cancelledAt ? null : nextStart(row.startsAt, row.rhythm, house.clock.now());
	return {
		...view,
		code: writtenClassCode(row.code),
		minutes: row.minutes ?? house.catalog.communityRules().classMinutes.value,
		people,
		nextTime: row.nextTime,
		following: following ? { id: following.id, name: following.startsAt.toISOString() } : null,
		proposedAt: proposed?.toISOString() ?? null
	};
}

async function readCame({ store, clock }: CommunityHouse, actor: Actor, { id }: ClassRow): Promise<Came[]> {
	const [rows, ticks] = await Promise.all([listAttendances(store.read, id), listTicks(store.read, id)]);
	const learnerIds = rows.flatMap(({ learnerId }) => learnerId ?? []);
	const takers = ticks.map(({ taker }) => taker).filter((taker) => taker !== oneself);
	const [people, helped, takerNames, names] = await Promise.all([
		listPeopleByLearner(store.read, learnerIds),
		listHelpedByLearner(store.read, learnerIds),
		listAccountNames(store.read, takers),
		listRecognised(store.read, id, undoableSince(clock.now()))
	]);
	const accounts = new Map(people.map((person) => [person.learnerId, person]));
	const writtenDown = new Map(helped.map((person) => [person.learnerId, person]));
	const views = rows.map((row) => ({
		...whoIs(row, accounts.get(row.learnerId ?? ''), writtenDown.get(row.learnerId ?? '')),
		ticks: ticks.filter(({ attendanceId }) => attendanceId === row.id).map((tick) => told(tick, takerNames, actor)),
		recognised: names.filter(({ learnerId }) => learnerId === row.learnerId).map(asNamed)
	}));
	const key = ({ name }: Came) => (name === null ? '\uffff' : vietnameseSortKey(name));
	return views.sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

function whoIs(
	{ id, learnerId, name, birthYear }: AttendanceRow,
	account: KnownPerson | undefined,
	helped: HelpedRow | undefined
) {
	if (helped) return { id, kind: 'helped' as const, name: calledApart(helped), birthYear: helped.birthYear };
	if (account) return { id, kind: 'account' as const, name: account.name, birthYear: account.birthYear };
	// Of somebody who had her data deleted neither learner nor name is left: somebody came, with a phone.
	const written = learnerId === null && name !== null;
	return { id, kind: written ? ('written' as const) : ('device' as const), name, birthYear };
}

function asNamed({ id, name, saidAt }: RecognisedRow) {
	return { id, name, until: undoableUntil(saidAt).toISOString() };
}

function told({ taker, way, mark }: TickRow, names: Map<string, string>, { accountId }: Actor) {
	return { by: names.get(taker) ?? null, mine: taker === accountId, way, mark };
}
