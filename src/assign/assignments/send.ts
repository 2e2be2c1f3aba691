import { findPlace } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { actOnAssignment } from './acts.ts';
import { changeAssignmentRow, findAssignment, keepDeadline, listItems, listTargets } from './queries.ts';
import {
	alreadySent,
	changedBeforeSending,
	noSuchAssignment,
	nobodyReached,
	notSent,
	notYourPlace,
	wrongFields
} from './refusals.ts';
import { readPortion } from './reach.ts';
import type { NewDue, OwnDeadline } from './schemas.ts';
import { itemFaults, readDays, type Fault } from './typed.ts';
import { refuseStale } from './stale.ts';
import { ownAssignment } from './write.ts';

/** Sends a draft: from now on people are given it, portion by portion. */
export async function sendAssignment(
	house: AssignHouse,
	actor: Actor,
	{ id, version }: { id: string; version: number }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await ownAssignment(tx, actor, id);
		if (row.state !== 'draft') throw alreadySent();
		if (row.version !== version) throw changedBeforeSending();
		const now = house.clock.now();
		const faults = [
			...readDays(row, dayInVietNam(now)).faults,
			...itemFaults(await listItems(tx, id), house.catalog) // a draft may lie for months
		];
		if (faults.length) throw wrongFields({ fields: faults });
		if (!(await reachesAnybody(tx, id))) throw nobodyReached();
		const sent = { sentBy: actor.accountId, sentAt: now, reachedTo: '', leasedUntil: null };
		await changeAssignmentRow(tx, id, { ...sent, state: 'sending', version: version + 1 });
		await recordAct(tx, house, actOnAssignment(actor, 'assign.assignment-sent', row));
	});
}

async function reachesAnybody(reader: Reader, id: string): Promise<boolean> {
	const targets = await listTargets(reader, id);
	for (let after: string | null = ''; after !== null;) {
		const { people, next }: Awaited<ReturnType<typeof readPortion>> = await readPortion(reader, targets, {
			after,
			limit: 500
		});
		if (people.length) return true;
		after = next;
	}
	return false;
}

/** Takes an assignment back: nobody has to do it any more; what was done stays. */
export async function withdrawAssignment(
	house: AssignHouse,
	actor: Actor,
	{ id, reason }: { id: string; reason: string }
): Promise<void> {
	const why = reasonIn(reason);
	await house.store.transact(async (tx) => {
		const row = await ownAssignment(tx, actor, id);
		if (row.state === 'withdrawn') throw notSent();
		const taken = { withdrawnAt: house.clock.now(), withdrawnReason: why, version: row.version + 1 };
		await changeAssignmentRow(tx, id, { ...taken, state: 'withdrawn', reachedTo: '', leasedUntil: null });
		await recordAct(tx, house, actOnAssignment(actor, 'assign.assignment-withdrawn', row));
	});
}

type Line = 'reason' | 'what' | 'where';

/** What is wrong with a reason, or with what else is told in a line. */
export function lineFaults(typed: string, field: Line): Fault[] {
	const text = tidy(typed);
	if (text === '') return [{ field, code: `duties.${field}-missing` }];
	return text.length > 400 ? [{ field, code: 'duties.too-long' }] : [];
}

/** A reason as somebody typed it; refuses where there is none. */
export function reasonIn(typed: string): string {
	const faults = lineFaults(typed, 'reason');
	if (faults.length) throw wrongFields({ fields: faults });
	return tidy(typed);
}

/** Moves the due day of what was sent; open duties without a due day of their organisation's own go along. */
export async function changeDue(
	house: AssignHouse,
	actor: Actor,
	{ id, version, ...typed }: NewDue & { id: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await ownAssignment(tx, actor, id);
		if (row.state !== 'sending' && row.state !== 'sent') throw notSent();
		const days = readDays({ startsOn: row.startsOn, finalOn: row.finalOn, ...typed }, dayInVietNam(house.clock.now()));
		if (days.faults.length) throw wrongFields({ fields: days.faults });
		const { dueOn, finalOn } = days;
		refuseStale(row, version, { dueOn, finalOn });
		const again = { state: 'sending', reachedTo: '', leasedUntil: null } as const;
		await changeAssignmentRow(tx, id, { dueOn, finalOn, ...again, version: version + 1 });
		await recordAct(tx, house, actOnAssignment(actor, 'assign.due-changed', row));
	});
}

/** Sets the due day of an organisation and all below it, no later than the final day. */
export async function setOwnDeadline(
	house: AssignHouse,
	actor: Actor,
	{ id, placeId, ...typed }: OwnDeadline & { id: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await findAssignment(tx, actor, id);
		if (!row) throw noSuchAssignment();
		if (row.state !== 'sending' && row.state !== 'sent') throw notSent();
		const place = await findPlace(tx, placeId);
		const aims = await listTargets(tx, id);
		const isAimed = aims.some(
			({ placePath: path }) => place?.path.startsWith(path) || path.startsWith(place?.path ?? '-')
		);
		if (!place || !isAimed || !mayActIn(actor, givers, place.path)) throw notYourPlace();
		const { finalOn } = row;
		const { dueOn, faults } = readDays({ startsOn: row.startsOn, ...typed, finalOn }, dayInVietNam(house.clock.now()));
		// The final day is not hers to change: said of the day that she typed.
		const told = faults.map(({ field, code }) => ({ field: field === 'finalOn' ? 'dueOn' : field, code: after(code) }));
		const wrong = [...told, ...lineFaults(typed.reason, 'reason')];
		if (wrong.length) throw wrongFields({ fields: wrong });
		if (actor.accountId === null) throw notYourPlace();
		const at = { placeId: place.id, placePath: place.path, setBy: actor.accountId, setAt: house.clock.now() };
		await keepDeadline(tx, { assignmentId: id, dueOn, reason: tidy(typed.reason), ...at });
		await changeAssignmentRow(tx, id, { state: 'sending', reachedTo: '', leasedUntil: null });
		await recordAct(tx, house, actOnAssignment(actor, 'assign.deadline-set', { id, placePath: place.path }));
	});
}

const after = (code: string) => (code === 'duties.final-before-due' ? 'duties.after-final' : code);
