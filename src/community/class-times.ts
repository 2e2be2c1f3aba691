import { dayInVietNam } from '../platform/clock.ts';
import type { Rhythm } from './tables.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** People come early, and a class may be long: the code on the wall is good in between. */
const opensBefore = hour;
const closesAfter = 6 * hour;

/** Whether a session is still to come, is on, or is over. */
export type ClassState = 'early' | 'on' | 'over';

/** Whether a session is still to come, is on (from an hour before its time to six hours after), or is over. */
export function stateOf(startsAt: Date, now: Date): ClassState {
	if (now.getTime() < startsAt.getTime() - opensBefore) return 'early';
	return now.getTime() <= startsAt.getTime() + closesAfter ? 'on' : 'over';
}

/** From when to when a session is on: see `stateOf`. */
export function whenOn(startsAt: Date): { from: Date; to: Date } {
	return {
		from: new Date(startsAt.getTime() - opensBefore),
		to: new Date(startsAt.getTime() + closesAfter)
	};
}

/** Sessions that began after this instant may still be on. */
export function stillOnSince(now: Date): Date {
	return new Date(now.getTime() - closesAfter);
}

/** When the next session of this rhythm would be, the first that is yet to come; null for a session that stands alone. */
export function nextStart(startsAt: Date, rhythm: Rhythm, now: Date): Date | null {
	if (rhythm === 'none') return null;
	let step = 1;
	let next = later(startsAt, rhythm, step);
	while (next <= now) next = later(startsAt, rhythm, ++step);
	return next;
}

function later(startsAt: Date, rhythm: 'weekly' | 'monthly', step: number): Date {
	return rhythm === 'weekly' ? new Date(startsAt.getTime() + step * 7 * day) : monthsLater(startsAt, step);
}

/** The same day of a later month in Viet Nam, or its last day where the month is shorter. */
function monthsLater(startsAt: Date, months: number): Date {
	const [year = 0, month = 0, date = 0] = dayInVietNam(startsAt).split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	const wanted = Date.UTC(year, month - 1 + months, Math.min(date, last));
	return new Date(startsAt.getTime() + wanted - Date.UTC(year, month - 1, date));
}
