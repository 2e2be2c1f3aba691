const skewMs = 5 * 60_000;
const oldestMs = 90 * 24 * 3_600_000;

/** What a phone says about an answer that was given without a connection. */
export interface DeviceTimes {
	readonly openedAt: Date | null;
	readonly answeredAt: Date | null;
}

/** The phone's times as far as they can be true. */
export interface BelievedTimes {
	readonly openedAt: Date | null;
	readonly answeredAt: Date;
}

/**
 * The phone's times when they can be true: not more than 5 minutes ahead of the server, not older than 90 days, and
 * the answer not before the opening. Otherwise null: many cheap phones have a wrong clock, so the answer is taken all
 * the same, with the server's time and an unknown opening. Neither lies ahead of `now` afterwards.
 */
export function believed({ openedAt, answeredAt }: DeviceTimes, now: Date): BelievedTimes | null {
	if (answeredAt === null || !canBe(answeredAt, now)) return null;
	if (openedAt !== null && (!canBe(openedAt, now) || openedAt > answeredAt)) return null;
	return { openedAt: openedAt && notAfter(openedAt, now), answeredAt: notAfter(answeredAt, now) };
}

function canBe(time: Date, now: Date): boolean {
	const agoMs = now.getTime() - time.getTime();
	return agoMs >= -skewMs && agoMs <= oldestMs;
}

function notAfter(time: Date, limit: Date): Date {
	return time > limit ? limit : time;
}
