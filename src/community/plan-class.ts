import { findPlace, type Place } from '../places/index.ts';
import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../platform/audit.ts';
import { dayInVietNam } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { tidy } from '../platform/text.ts';
import { countCame } from './attendance-queries.ts';
import { newClassCode } from './class-code.ts';
import { stateOf } from './class-times.ts';
import { classKeepers, type CommunityHouse } from './community-house.ts';
import { addClass, changeClassRow, findClass, listAt, type ClassRow } from './queries.ts';
import {
	classCancelled,
	classExists,
	noClassesThere,
	noSuchClass,
	notYourPlace,
	somebodyCame,
	wrongFields
} from './refusals.ts';
import type { NewClass, TypedClass } from './schemas.ts';
import { readClass, type ClassParts } from './typed-class.ts';

const kinds: readonly Place['kind'][] = ['village', 'commune', 'organisation'];

/** Makes a session of a class; the same one sent twice is one. Returns its id. */
export async function planClass(house: CommunityHouse, actor: Actor, typed: NewClass): Promise<string> {
	const parts = checkedParts(house, typed);
	return house.store.transact(async (tx) => {
		const place = await placeFor(tx, actor, { placeId: typed.placeId, day: dayInVietNam(house.clock.now()) });
		const followsId = typed.followsId ?? null;
		if (followsId !== null && !(await findClass(tx, actor, followsId))) throw noSuchClass();
		await refuseSame(tx, { ...parts, placeId: place.id });
		if (actor.accountId === null) throw notYourPlace();
		const row: ClassRow = {
			id: newId(),
			placeId: place.id,
			placePath: place.path,
			...parts,
			code: newClassCode(),
			nextTime: null,
			followsId,
			madeBy: actor.accountId,
			madeAt: house.clock.now(),
			cancelledAt: null
		};
		await addClass(tx, row);
		await recordAct(tx, house, actOn(actor, 'community.class-made', row));
		return row.id;
	});
}

/** Changes a session. Once somebody is written down it can't move to a time that is yet to come. */
export async function changeClass(house: CommunityHouse, actor: Actor, typed: TypedClass & { id: string }) {
	const parts = checkedParts(house, typed);
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		const row = await openClass(tx, actor, typed.id);
		const place =
			row.placeId === typed.placeId
				? { id: row.placeId, path: row.placePath }
				: await placeFor(tx, actor, { placeId: typed.placeId, day: dayInVietNam(now) });
		await refuseSame(tx, { ...parts, placeId: place.id }, row.id);
		if (stateOf(parts.startsAt, now) === 'early') await refuseIfCame(tx, row.id);
		await changeClassRow(tx, row.id, { ...parts, placeId: place.id, placePath: place.path });
		await recordAct(tx, house, actOn(actor, 'community.class-changed', { ...row, placePath: place.path }));
	});
}

/** Calls a session off; doing it again changes nothing. One that somebody came to took place, and stays. */
export async function cancelClass(house: CommunityHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await findClass(tx, actor, id);
		if (!row) throw noSuchClass();
		if (row.cancelledAt !== null) return;
		await refuseIfCame(tx, id);
		await changeClassRow(tx, id, { cancelledAt: house.clock.now() });
		await recordAct(tx, house, actOn(actor, 'community.class-cancelled', row));
	});
}

/** A session within the actor's places that was not called off. */
export async function openClass(tx: Writer, actor: Actor, id: string): Promise<ClassRow> {
	const row = await findClass(tx, actor, id);
	if (!row) throw noSuchClass();
	if (row.cancelledAt !== null) throw classCancelled();
	return row;
}

/** An act on a session, for the trail of its place. */
export function actOn(actor: Actor, action: Act['action'], { id, placePath }: Pick<ClassRow, 'id' | 'placePath'>): Act {
	return { doer: doerOf(actor, classKeepers, placePath), action, subject: { kind: 'class', id }, placePath };
}

function checkedParts({ clock, catalog }: CommunityHouse, typed: TypedClass): ClassParts {
	const { parts, faults } = readClass(typed, { now: clock.now(), catalog });
	if (faults.length > 0) throw wrongFields({ fields: faults });
	return parts;
}

/** A village, commune or organisation where the actor holds classes and that has not ended; refuses any other, at its field. */
export async function placeFor(
	tx: Writer,
	actor: Actor,
	{ placeId, day }: { placeId: string; day: string }
): Promise<Place> {
	const fields = (code: string) => ({ fields: [{ field: 'placeId', code }] });
	const place = await findPlace(tx, placeId);
	if (!place || !mayActIn(actor, classKeepers, place.path)) throw notYourPlace(fields('community.not-your-place'));
	const ended = place.validTo !== null && place.validTo < day;
	if (ended || !kinds.includes(place.kind))
		throw noClassesThere(fields(ended ? 'community.place-ended' : 'community.no-classes-there'));
	return place;
}

async function refuseSame(tx: Writer, wanted: ClassParts & { placeId: string }, besides?: string): Promise<void> {
	const same = (await listAt(tx, wanted)).find(
		(each) =>
			each.id !== besides &&
			each.courseId === wanted.courseId &&
			each.lessonId === wanted.lessonId &&
			sameWords(each.topic, wanted.topic)
	);
	if (same) throw classExists({ extra: { classId: same.id } });
}

/** However they were typed: capitals, and marks composed or apart, make no other topic. */
function sameWords(some: string | null, others: string | null): boolean {
	const plain = (words: string | null) => tidy(words ?? '').toLocaleLowerCase('vi');
	return plain(some) === plain(others);
}

async function refuseIfCame(tx: Writer, id: string): Promise<void> {
	const came = (await countCame(tx, [id])).get(id) ?? 0;
	if (came > 0) throw somebodyCame({ values: { came } });
}
