import { dayInVietNam } from '../platform/clock.ts';
import type { Rhythm } from './tables.ts';

const dayMs = 24 * 3_600_000;

/** How often classes are to be held somewhere. */
export interface Rule {
	readonly rhythm: Rhythm;
	/** Days in Viet Nam. */
	readonly since: string;
	readonly minimum: number | null;
	readonly minimumBy: string | null;
}

/** A session that had its time and was not called off. */
export interface Had {
	readonly startsAt: Date;
	/** Whether somebody is written down as having come. */
	readonly came: boolean;
}

/** A week or a month without a class, from its first day to its last. */
interface Gap {
	readonly from: string;
	readonly to: string;
	/** A session stands there that nobody has been written down for. */
	readonly waiting: boolean;
}

export interface Gaps {
	/** The newest first. */
	readonly missing: Gap[];
	/** Sessions that count: somebody came. */
	readonly held: number;
	/** How many are lacking to the least number. */
	readonly short: number;
}

/**
 * What is lacking in a place by its rule. Only whole weeks (from Monday) and months that are over can be missing, and
 * only a session that somebody came to fills one.
 */
export function gapsOf(rule: Rule, sessions: readonly Had[], now: Date): Gaps {
	const counted = sessions
		.map(({ startsAt, came }) => ({ day: dayInVietNam(startsAt), came }))
		.filter(({ day }) => day >= rule.since);
	const held = counted.filter(({ came }) => came);
	const missing = periods(rule, dayInVietNam(now)).flatMap(({ from, to }) => {
		const within = counted.filter(({ day }) => day >= from && day <= to);
		return within.some(({ came }) => came) ? [] : [{ from, to, waiting: within.length > 0 }];
	});
	const inTime = held.filter(({ day }) => rule.minimumBy === null || day <= rule.minimumBy).length;
	return { missing: missing.reverse(), held: held.length, short: Math.max(0, (rule.minimum ?? 0) - inTime) };
}

/** The whole weeks or months from a day on that ended before today. */
function periods({ rhythm, since }: Rule, today: string): { from: string; to: string }[] {
	if (rhythm === 'none') return [];
	const all: { from: string; to: string }[] = [];
	let from = rhythm === 'weekly' ? firstMonday(since) : firstOfMonth(since);
	for (;;) {
		const next = rhythm === 'weekly' ? daysLater(from, 7) : monthLater(from);
		const to = daysLater(next, -1);
		if (to >= today) return all;
		all.push({ from, to });
		from = next;
	}
}

function daysLater(day: string, days: number): string {
	return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The day itself where it is a Monday, else the next one. */
function firstMonday(day: string): string {
	return daysLater(day, (8 - new Date(day).getUTCDay()) % 7);
}

/** The day itself where it is the first of a month, else the next first. */
function firstOfMonth(day: string): string {
	return day.endsWith('-01') ? day : monthLater(`${day.slice(0, 7)}-01`);
}

function monthLater(first: string): string {
	const [year = 0, month = 0] = first.split('-').map(Number);
	return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
