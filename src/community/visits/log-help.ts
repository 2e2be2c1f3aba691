import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { findHelped } from '../helped/queries.ts';
import { placeFor } from '../plan-class.ts';
import { notYourPlace, wrongFields } from '../refusals.ts';
import { addEntry, changeEntryRow, findEntryById, type EntryRow } from './queries.ts';
import { idTaken, noSuchEntry, struckOut, tooLate } from './refusals.ts';
import type { ChangedEntry, NewEntry } from './schemas.ts';
import { readEntry } from './typed-entry.ts';

const aDayMs = 24 * 3_600_000;
const startOfMinute = (at: Date) => at.getTime() - (at.getTime() % 60_000);

/**
 * Writes down a visit or a help at the desk, in one's own places. The same one sent twice, by the id that the phone made
 * for it, is there once; an id that somebody else used is refused. Returns its id.
 */
export async function logHelp(house: CommunityHouse, actor: Actor, { id, ...typed }: NewEntry): Promise<string> {
	const now = house.clock.now();
	const { accountId } = actor;
	if (accountId === null) throw notYourPlace();
	const sent = await findSent(house.store.read, { id, accountId });
	if (sent) return sent.id;
	const parts = readEntry(typed, { catalog: house.catalog, now });
	const keep = () =>
		house.store.transact(async (tx) => {
			const before = await findSent(tx, { id, accountId });
			if (before) return before.id;
			const place = await placeFor(tx, actor, { placeId: typed.placeId, day: dayInVietNam(now) });
			await refuseStranger(tx, actor, parts.helpedId);
			const where = { placeId: place.id, placePath: place.path };
			const times = { writtenAt: now, changedAt: null, struckAt: null };
			const row: EntryRow = { ...parts, ...where, ...times, id: id ?? newId(), writerId: accountId };
			await addEntry(tx, row);
			await recordAct(tx, house, { ...actOnEntry(actor, 'community.help-logged', row), details: { kind: row.kind } });
			return row.id;
		});
	// Sent twice at once, the second one finds the first one's.
	return keep().catch((error: unknown) => {
		if (isUniqueViolation(error)) return keep();
		throw error;
	});
}

/** Corrects one's own entry, for some days after it was written. */
export async function changeEntry(
	house: CommunityHouse,
	actor: Actor,
	{ id, ...typed }: ChangedEntry & { id: string }
) {
	const now = house.clock.now();
	const parts = readEntry(typed, { catalog: house.catalog, now });
	await house.store.transact(async (tx) => {
		const row = await correctable(house, tx, { actor, id });
		if (row.kind !== typed.kind) throw noSuchEntry();
		if (row.struckAt !== null) throw struckOut();
		const place =
			row.placeId === typed.placeId
				? { id: row.placeId, path: row.placePath }
				: await placeFor(tx, actor, { placeId: typed.placeId, day: dayInVietNam(now) });
		if (parts.helpedId !== row.helpedId) await refuseStranger(tx, actor, parts.helpedId);
		// The form knows the minute only: an entry whose time was left alone keeps its place in the log.
		const at = parts.at.getTime() === startOfMinute(row.at) ? row.at : parts.at;
		const changed = { ...parts, at, placeId: place.id, placePath: place.path, changedAt: now };
		await changeEntryRow(tx, id, changed);
		await recordAct(tx, house, actOnEntry(actor, 'community.help-changed', { id, placePath: place.path }));
	});
}

/** Strikes one's own entry out: it stays, marked, and counts no longer. Doing it again changes nothing. */
export async function strikeEntry(house: CommunityHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await correctable(house, tx, { actor, id });
		if (row.struckAt !== null) return;
		await changeEntryRow(tx, id, { struckAt: house.clock.now() });
		await recordAct(tx, house, actOnEntry(actor, 'community.help-struck', row));
	});
}

/** Whether the days in which its writer may correct an entry are not over. */
export function mayStillCorrect(
	{ clock, catalog }: CommunityHouse,
	{ writtenAt }: Pick<EntryRow, 'writtenAt'>
): boolean {
	const days = catalog.communityRules().correctDays.value;
	return clock.now().getTime() <= writtenAt.getTime() + days * aDayMs;
}

async function correctable(
	house: CommunityHouse,
	tx: Writer,
	{ actor, id }: { actor: Actor; id: string }
): Promise<EntryRow> {
	const row = await findEntryById(tx, id);
	if (!row || row.writerId !== actor.accountId) throw noSuchEntry();
	if (!mayStillCorrect(house, row))
		throw tooLate({ values: { days: house.catalog.communityRules().correctDays.value } });
	return row;
}

/** What this writer sent under this id before. */
async function findSent(
	reader: Reader,
	{ id, accountId }: { id: string | undefined; accountId: string }
): Promise<EntryRow | undefined> {
	const row = id === undefined ? undefined : await findEntryById(reader, id);
	if (row && row.writerId !== accountId) throw idTaken();
	return row;
}

async function refuseStranger(tx: Writer, actor: Actor, helpedId: string | null): Promise<void> {
	if (helpedId === null || (await findHelped(tx, actor, helpedId))) return;
	throw wrongFields({ fields: [{ field: 'helpedId', code: 'helped.no-such-learner' }] });
}

/** An act on an entry, for the trail of its place. */
function actOnEntry(actor: Actor, action: Act['action'], { id, placePath }: Pick<EntryRow, 'id' | 'placePath'>): Act {
	return { doer: doerOf(actor, classKeepers, placePath), action, subject: { kind: 'help-entry', id }, placePath };
}
