import { placesInLine } from '../../identity/index.ts';
import { findPlace, type Place } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { actOnAssignment } from './acts.ts';
import { listMembershipsOf } from './members-aimed-at.ts';
import {
	addAssignment,
	changeAssignmentRow,
	findAssignment,
	replaceParts,
	type AssignmentRow,
	type TargetRow
} from './queries.ts';
import { alreadySent, noSuchAssignment, notYourPlace, wrongFields } from './refusals.ts';
import type { ChangedAssignment, TypedAssignment, TypedTarget } from './schemas.ts';
import { partsOtherwise, refuseStale } from './stale.ts';
import { readAssignment } from './typed.ts';

/** Writes a draft in the name of a place of the actor's. Returns its id. */
export async function writeAssignment(house: AssignHouse, actor: Actor, typed: TypedAssignment): Promise<string> {
	const { asked, items } = checked(house, typed);
	const id = newId();
	return house.store.transact(async (tx) => {
		const place = await placeOfActor(tx, actor, typed.placeId);
		const targets = await targetsOf(tx, place, { id, typed: typed.targets });
		if (actor.accountId === null) throw notYourPlace();
		const row: AssignmentRow = {
			...{ id, placeId: place.id, placePath: place.path, ...asked },
			...{ state: 'draft', version: 1, madeBy: actor.accountId, madeAt: house.clock.now() },
			...{ sentBy: null, sentAt: null, withdrawnAt: null, withdrawnReason: null, reachedTo: null, leasedUntil: null }
		};
		await addAssignment(tx, row, { items: numbered(id, items), targets });
		await recordAct(tx, house, actOnAssignment(actor, 'assign.assignment-written', row));
		return id;
	});
}

/** Changes a draft, unless somebody else changed it since it was read. */
export async function changeAssignment(
	house: AssignHouse,
	actor: Actor,
	{ id, version, ...typed }: ChangedAssignment & { id: string }
): Promise<void> {
	const { asked, items } = checked(house, typed);
	await house.store.transact(async (tx) => {
		const row = await ownAssignment(tx, actor, id);
		if (row.state !== 'draft') throw alreadySent();
		const about = { id, catalog: house.catalog, lang: actor.lang };
		const parts = await partsOtherwise(tx, about, { items, targets: typed.targets });
		refuseStale(row, version, { ...asked, parts });
		const place = await placeOfActor(tx, actor, typed.placeId);
		const targets = await targetsOf(tx, place, { id, typed: typed.targets });
		const where = { placeId: place.id, placePath: place.path };
		await changeAssignmentRow(tx, id, { ...asked, ...where, version: version + 1 });
		await replaceParts(tx, id, { items: numbered(id, items), targets });
		await recordAct(tx, house, actOnAssignment(actor, 'assign.assignment-changed', { id, placePath: place.path }));
	});
}

function checked(house: AssignHouse, typed: TypedAssignment) {
	const today = dayInVietNam(house.clock.now());
	const { asked, items, faults } = readAssignment(typed, { today, catalog: house.catalog });
	if (faults.length) throw wrongFields({ fields: faults });
	return { asked, items };
}

/** An assignment that the actor may change; those she only reads are refused. */
export async function ownAssignment(reader: Reader, actor: Actor, id: string): Promise<AssignmentRow> {
	const row = await findAssignment(reader, actor, id);
	if (!row) throw noSuchAssignment();
	if (!mayActIn(actor, givers, row.placePath)) throw notYourPlace();
	return row;
}

async function placeOfActor(reader: Reader, actor: Actor, placeId: string): Promise<Place> {
	const place = await findPlace(reader, placeId);
	if (!place || !mayActIn(actor, givers, place.path))
		throw notYourPlace({ fields: [{ field: 'placeId', code: 'duties.not-your-place' }] });
	return place;
}

/** Whom it is for: places within its own or that answer to it, and people who belong to one of them. */
async function targetsOf(
	reader: Reader,
	asking: Place,
	{ id, typed }: { id: string; typed: readonly TypedTarget[] }
): Promise<TargetRow[]> {
	const answering = asking.kind === 'organisation' ? await placesInLine(reader, asking.path) : [];
	const reach = [asking.path, ...answering.map(({ path }) => path)];
	const rows: TargetRow[] = [];
	for (const target of typed) rows.push(await targetOf(reader, reach, { id, target }));
	return rows;
}

async function targetOf(
	reader: Reader,
	reach: readonly string[],
	{ id, target }: { id: string; target: TypedTarget }
): Promise<TargetRow> {
	const { kind, placeId, organisationKind = null, position = '', learnerId = null } = target;
	const wrong = (code: string) => wrongFields({ fields: [{ field: 'targets', code }] });
	const place = await findPlace(reader, placeId);
	if (!place || !reach.some((path) => place.path.startsWith(path))) throw wrong('duties.target-elsewhere');
	const bare = { id: newId(), assignmentId: id, kind, placeId: place.id, placePath: place.path, organisationKind };
	if (kind === 'organisation') return { ...bare, position: null, learnerId: null };
	if (kind === 'position') {
		if (fold(position) === '') throw wrong('duties.position-missing');
		return { ...bare, position: fold(position), learnerId: null };
	}
	if (!(await belongsTo(reader, learnerId, place.path))) throw wrong('duties.not-a-member');
	return { ...bare, organisationKind: null, position: null, learnerId };
}

async function belongsTo(reader: Reader, learnerId: string | null, path: string): Promise<boolean> {
	if (learnerId === null) return false;
	return (await listMembershipsOf(reader, learnerId)).some(({ placePath }) => placePath.startsWith(path));
}

function numbered(assignmentId: string, items: readonly { subject: string; programme: string | null }[]) {
	return items.map((item, position) => ({ ...item, assignmentId, position }));
}
