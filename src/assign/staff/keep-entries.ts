import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../../platform/audit.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { findRunning } from '../members/queries.ts';
import { organisationFor, refuseClosed } from '../organisations.ts';
import { wrongFields } from '../refusals.ts';
import { managers } from '../who-may.ts';
import { matchEntries } from './match.ts';
import { tellPositions } from './tell-positions.ts';
import { addEntries, changeEntry, findEntry, listMatchedTo, listSameKey, type EntryRow } from './queries.ts';
import { noSuchEntry, notThatMember } from './refusals.ts';
import type { TypedEntry } from './schemas.ts';
import { readEntry, type EntryParts, type Fault } from './typed-entry.ts';

const nobody = { learnerId: null, matchedBy: null, matchedAt: null };

/** An act on somebody in a staff list. */
function actOnEntry(actor: Actor, action: Act['action'], { id, placePath }: EntryRow): Act {
	return { doer: doerOf(actor, managers, placePath), action, subject: { kind: 'staff-entry', id }, placePath };
}

/** Writes somebody into the list of an organisation; her account is looked for at once. Returns the id. */
export async function addEntry(house: House, actor: Actor, asked: TypedEntry & { id: string }): Promise<string> {
	const { id: placeId, ...typed } = asked;
	const now = house.clock.now();
	const { parts, faults } = readEntry(typed, now);
	return house.store.transact(async (tx) => {
		const place = await organisationFor(tx, actor, { id: placeId, roles: managers });
		refuseClosed(place, now);
		refuse([...faults, ...(await twinFaults(tx, { placeId: place.id, parts }))]);
		const row: EntryRow = {
			...{ id: newId(), placeId: place.id, placePath: place.path, ...parts, ...nobody },
			...{ importId: null, addedAt: now, endedAt: null }
		};
		await addEntries(tx, [row]);
		await tellPositions(tx, house, await matchEntries(tx, { placeId: place.id, entries: [row], at: now }));
		await recordAct(tx, house, actOnEntry(actor, 'assign.entry-made', row));
		return row.id;
	});
}

/** Changes what is written of her. Whom a manager named stays; whom the list found by itself is looked for anew. */
export async function changeStaff(house: House, actor: Actor, asked: TypedEntry & { id: string }): Promise<void> {
	const { id, ...typed } = asked;
	const now = house.clock.now();
	const { parts, faults } = readEntry(typed, now);
	await house.store.transact(async (tx) => {
		const row = await entryFor(tx, actor, id);
		refuse([...faults, ...(await twinFaults(tx, { placeId: row.placeId, parts, besides: id }))]);
		// What was changed by hand stays when the import it came by is undone.
		const changed = { ...row, ...parts, ...(row.matchedBy !== 'hand' && nobody), importId: null };
		await changeEntry(tx, id, changed);
		const known =
			changed.learnerId === null
				? await matchEntries(tx, { placeId: row.placeId, entries: [changed], at: now })
				: [changed.learnerId];
		await tellPositions(tx, house, known);
		await recordAct(tx, house, actOnEntry(actor, 'assign.entry-changed', row));
	});
}

/** She works or learns there no longer. */
export async function endEntry(house: House, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await entryFor(tx, actor, id);
		await changeEntry(tx, id, { endedAt: house.clock.now() });
		await recordAct(tx, house, actOnEntry(actor, 'assign.entry-ended', row));
	});
}

/** A manager says which member she is. */
export async function tellMatch(
	house: House,
	actor: Actor,
	{ id, membershipId }: { id: string; membershipId: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await entryFor(tx, actor, id);
		const member = await findRunning(tx, membershipId);
		if (member?.placeId !== row.placeId) throw notThatMember();
		const taken = await listMatchedTo(tx, row.placeId, [member.learnerId]);
		if (taken.some((each) => each.id !== id)) throw notThatMember();
		const { learnerId } = member;
		await changeEntry(tx, id, { learnerId, matchedBy: 'hand', matchedAt: house.clock.now() });
		await recordAct(tx, house, actOnEntry(actor, 'assign.entry-matched', row));
	});
}

/** The account is not hers after all. */
export async function undoMatch(house: House, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await entryFor(tx, actor, id);
		if (row.learnerId === null) return;
		await changeEntry(tx, id, nobody);
		await recordAct(tx, house, actOnEntry(actor, 'assign.entry-parted', row));
	});
}

/** Somebody in a list within the actor's places. */
export async function entryFor(reader: Reader, actor: Actor, id: string): Promise<EntryRow> {
	const row = await findEntry(reader, id);
	if (!row || !mayActIn(actor, managers, row.placePath)) throw noSuchEntry();
	return row;
}

function refuse(fields: Fault[]): void {
	if (fields.length > 0) throw wrongFields({ fields });
}

/** One of her name and year stands in the list already: a word is to tell them apart. */
async function twinFaults(
	reader: Reader,
	{ placeId, parts, besides }: { placeId: string; parts: EntryParts; besides?: string }
): Promise<Fault[]> {
	const same = (await listSameKey(reader, placeId, parts.personKey)).filter(({ id }) => id !== besides);
	if (same.length === 0) return [];
	return [{ field: 'apart', code: parts.apart === null ? 'staff.apart-missing' : 'staff.apart-same' }];
}
