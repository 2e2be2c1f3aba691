/** The one source of time; tests hold one that stands still. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in Viet Nam (UTC+7 the whole year) of an instant, as `2026-11-23`. */
export function dayInVietNam(instant: Date): string {
	return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
