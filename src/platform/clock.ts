/** The one source of time; tests hold one that stands still. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in Viet Nam (UTC+7 the whole year) of an instant, as `2026-11-23`. */
export function dayInVietNam(instant: Date): string {
	return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** When a calendar day begins in Viet Nam, or null where there is no such day (2026-02-30). */
export function startOfDayInVietNam(day: string): Date | null {
	const midnight = new Date(`${day}T00:00:00+07:00`);
	return Number.isNaN(midnight.getTime()) || dayInVietNam(midnight) !== day ? null : midnight;
}
