import { listReachablePeople } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { recordAct } from '../platform/audit.ts';
import { newId } from '../platform/ids.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { tidy } from '../platform/text.ts';
import {
	addAttendance,
	changeAttendance,
	countCame,
	dropAttendance,
	dropTicks,
	findAttendance,
	findByKey,
	keepTick,
	listTicksOf,
	type AttendanceRow,
	type TickRow
} from './attendance-queries.ts';
import { stateOf } from './class-times.ts';
import type { CommunityHouse } from './community-house.ts';
import { listReachableHelped } from './helped/queries.ts';
import { dropMarksOf, listMarksOf } from './marks/queries.ts';
import { isWrittenName, isYearOfSomebody, keyOfLearner, keyOfWritten } from './person-key.ts';
import { actOn, openClass } from './plan-class.ts';
import type { ClassRow } from './queries.ts';
import { classFull, noSuchAttendance, noSuchClass, noSuchPerson, tooEarly, wrongFields } from './refusals.ts';
import type { NewAttendance } from './schemas.ts';
import { oneself, type SkillMark } from './tables.ts';

/** More than any village house holds. */
const mostPeople = 500;

/** Somebody who came, as a row says who she is. */
export type Somebody = Pick<AttendanceRow, 'learnerId' | 'name' | 'birthYear' | 'personKey'>;

type Marked = Somebody & { mark: SkillMark | null | undefined };

/** Writes down who came. Whoever is there already is there once; each helper's word is kept beside the others'. */
export async function takeAttendance(
	house: CommunityHouse,
	actor: Actor,
	asked: NewAttendance & { id: string }
): Promise<void> {
	await house.store.transact((tx) => keepAttendance({ house, tx, actor }, asked));
}

/** Where something is written down, and by whom. */
export interface Writing {
	readonly house: CommunityHouse;
	readonly tx: Writer;
	readonly actor: Actor;
}

/** The same within a transaction; answers the line of each in the session's list, in the order they were given. */
export async function keepAttendance(
	{ house, tx, actor }: Writing,
	{ id, way, people }: NewAttendance & { id: string }
): Promise<string[]> {
	const now = house.clock.now();
	const { accountId } = actor;
	const row = await openClass(tx, actor, id);
	if (accountId === null) throw noSuchClass();
	const written = checkedNames(people, now);
	refuseIfEarly(row, now);
	await refuseIfFull(tx, id);
	const known = await knownPeople(tx, actor, people);
	const lines: string[] = [];
	for (const [position, person] of people.entries()) {
		const { mark, ...somebody } = written.get(position) ?? known(person);
		const attendance = await keepCame(tx, row, { somebody, now });
		const tick: TickRow = { attendanceId: attendance.id, taker: accountId, way, mark: mark ?? null, at: now };
		await keepTick(tx, tick, mark !== undefined);
		lines.push(attendance.id);
	}
	const details = { people: people.length, way };
	await recordAct(tx, house, { ...actOn(actor, 'community.attendance-taken', row), details });
	return lines;
}

/** A session of tomorrow has no attendance yet. */
export function refuseIfEarly({ startsAt }: ClassRow, now: Date): void {
	if (stateOf(startsAt, now) === 'early') throw tooEarly();
}

/** A list has an end, whoever fills it; a few that come at the same moment may go beyond it. */
export async function refuseIfFull(reader: Reader, sessionId: string): Promise<void> {
	if (((await countCame(reader, [sessionId])).get(sessionId) ?? 0) >= mostPeople) throw classFull();
}

/** The row of somebody who came to this session: the one there is, or a new one. */
export async function keepCame(
	tx: Writer,
	{ id: sessionId }: ClassRow,
	{ somebody, now }: { somebody: Somebody; now: Date }
): Promise<AttendanceRow> {
	const known = await findByKey(tx, { sessionId, personKey: somebody.personKey });
	if (known) {
		if (known.name === null && somebody.name !== null) await changeAttendance(tx, known.id, { name: somebody.name });
		return known;
	}
	const row = { id: newId(), sessionId, ...somebody, firstAt: now };
	await addAttendance(tx, row);
	return row;
}

type Given = NewAttendance['people'][number];

/** Those whose names were written in, by their position; refuses all that is wrong with them at once. */
function checkedNames(people: readonly Given[], now: Date): Map<number, Marked> {
	const fields: { field: string; code: string }[] = [];
	const written = new Map<number, Marked>();
	for (const [position, person] of people.entries()) {
		if (person.accountId !== undefined || person.helpedId !== undefined) continue;
		for (const [field, code] of wrongIn(person, now)) fields.push({ field: `people.${position}.${field}`, code });
		written.set(position, asWritten(person));
	}
	if (fields.length > 0) throw wrongFields({ fields });
	return written;
}

function* wrongIn({ name, birthYear }: Given, now: Date): Generator<[field: string, code: string]> {
	const tidied = tidy(name ?? '');
	if (!isWrittenName(tidied)) yield ['name', tidied === '' ? 'platform.field-required' : 'community.name-wrong'];
	if (birthYear !== undefined && !isYearOfSomebody(birthYear, now)) yield ['birthYear', 'identity.birth-year-wrong'];
}

function asWritten({ name, birthYear, mark }: Given): Marked {
	const who = { name: tidy(name ?? ''), birthYear: birthYear ?? null };
	return { learnerId: null, ...who, personKey: keyOfWritten(who), mark };
}

/**
 * Says who somebody with an account or a helped learner is. Where one of them is not the actor's to look after (any
 * more: a phone may have been away for weeks) she stands there by the name that came along; without one it refuses.
 */
export async function knownPeople(tx: Writer, actor: Actor, people: readonly Given[]) {
	const accounts = people.flatMap(({ accountId }) => accountId ?? []);
	const helped = people.flatMap(({ accountId, helpedId }) => (accountId === undefined ? (helpedId ?? []) : []));
	const learners = new Map([
		...(await listReachablePeople(tx, actor, accounts)).map((each) => [each.accountId, each.learnerId] as const),
		...(await listReachableHelped(tx, actor, helped)).map((each) => [each.id, each.learnerId] as const)
	]);
	return (person: Given): Marked => {
		const { accountId, helpedId, name, mark } = person;
		const learnerId = learners.get(accountId ?? helpedId ?? '');
		if (learnerId !== undefined)
			return { learnerId, name: null, birthYear: null, personKey: keyOfLearner(learnerId), mark };
		if (!isWrittenName(tidy(name ?? ''))) throw noSuchPerson();
		return asWritten(person);
	};
}

/** Keeps what the helper saw of somebody who came; nobody else's mark changes. */
export async function markAttendance(
	house: CommunityHouse,
	actor: Actor,
	{ id, attendanceId, mark }: { id: string; attendanceId: string; mark: SkillMark | null }
): Promise<void> {
	const at = house.clock.now();
	await house.store.transact(async (tx) => {
		const { row, taker } = await lineOf(tx, actor, { id, attendanceId });
		await keepTick(tx, { attendanceId, taker, way: 'tick', mark, at }, true);
		await recordAct(tx, house, { ...actOn(actor, 'community.attendance-changed', row), details: { attendanceId } });
	});
}

/**
 * Takes back one's own tick and marks, and what came by the code on the wall: somebody else may hold it up elsewhere.
 * What another helper says stays; somebody of whom nobody says that she came is no longer there.
 */
export async function untickAttendance(
	house: CommunityHouse,
	actor: Actor,
	where: { id: string; attendanceId: string }
): Promise<void> {
	const { attendanceId } = where;
	await house.store.transact(async (tx) => {
		const { row, taker } = await lineOf(tx, actor, where);
		await dropTicks(tx, attendanceId, [taker, oneself]);
		await dropMarksOf(tx, attendanceId, taker);
		if (await isLeft(tx, attendanceId)) await dropAttendance(tx, attendanceId);
		await recordAct(tx, house, { ...actOn(actor, 'community.attendance-changed', row), details: { attendanceId } });
	});
}

/** Nobody says any more that she came, neither by a tick nor by what was marked in class. */
async function isLeft(tx: Writer, attendanceId: string): Promise<boolean> {
	return (await listTicksOf(tx, attendanceId)).length === 0 && (await listMarksOf(tx, attendanceId)).length === 0;
}

/** The session of one line of its list, and whose word counts: the actor's. */
async function lineOf(
	tx: Writer,
	actor: Actor,
	{ id, attendanceId }: { id: string; attendanceId: string }
): Promise<{ row: ClassRow; taker: string }> {
	const row = await openClass(tx, actor, id);
	const found = await findAttendance(tx, { sessionId: id, id: attendanceId });
	if (!found || actor.accountId === null) throw noSuchAttendance();
	return { row, taker: actor.accountId };
}
