/** All that a mean and a spread need: how many, their sum, and the sum of their squares. */
export interface Sums {
	n: number;
	sum: number;
	squares: number;
}

/** Those who got the same share of the rest of their attempt right. */
export interface RestGroup extends Sums {
	/** How often each option was chosen, under `field:option`; `field:` is something written that was right. */
	chosen: Record<string, number>;
}

/**
 * What the answers to one version of a question add up to. Everything in it is a sum, so attempts can be added in any
 * order and taken out again; its size does not grow with the number of answers. Points are in thousandths.
 */
export interface Counters {
	shown: number;
	/** The points of each day of the last ninety, in Viet Nam; what is older is together under `before`. */
	days: Record<string, Sums>;
	/** Answers by the whole seconds they took, where that is known; the last one is "or more". */
	seconds: Record<string, number>;
	/** Answers by the rest score in whole percent; `none` where the attempt had no other question. */
	rest: Record<string, RestGroup>;
}

/** How one learner met a question. */
export interface Meeting {
	/** The day on which the attempt was finished, in Viet Nam. */
	readonly day: string;
	/** Null where it was left out. */
	readonly answer: {
		readonly points: number;
		readonly rest: number | null;
		readonly seconds: number | null;
		readonly chosen: readonly string[];
	} | null;
}

const before = 'before';
/** Where somebody rested, how long is all one. */
const longestSeconds = 300;

export function noCounters(): Counters {
	return { shown: 0, days: {}, seconds: {}, rest: {} };
}

/** Adds a meeting (`1`) or takes out one that was added (`-1`); `since` is the first of the ninety days. */
export function count(counters: Counters, { day, answer }: Meeting, { sign, since }: { sign: 1 | -1; since: string }) {
	settle(counters, since);
	counters.shown += sign;
	if (!answer) return;
	const { points, rest, seconds, chosen } = answer;
	const sums = { n: sign, sum: sign * points, squares: sign * points * points };
	add(counters.days, day < since ? before : day, sums);
	if (seconds !== null) bump(counters.seconds, String(Math.min(seconds, longestSeconds)), sign);
	const key = rest === null ? 'none' : String(rest);
	const group = (counters.rest[key] ??= { n: 0, sum: 0, squares: 0, chosen: {} });
	grow(group, sums);
	for (const each of chosen) bump(group.chosen, each, sign);
	if (group.n === 0) Reflect.deleteProperty(counters.rest, key);
}

/** The points of the last ninety days, and those of before. */
export function recentAndEarlier({ days }: Counters, since: string): { recent: Sums; earlier: Sums } {
	const of = (wanted: (day: string) => boolean) =>
		total(Object.entries(days).flatMap(([day, sums]) => (wanted(day) ? [sums] : [])));
	const isRecent = (day: string) => day !== before && day >= since;
	return { recent: of(isRecent), earlier: of((day) => !isRecent(day)) };
}

export function total(all: readonly Sums[]): Sums {
	const whole = { n: 0, sum: 0, squares: 0 };
	for (const each of all) grow(whole, each);
	return whole;
}

/** Days that are over ninety days old are no longer told apart. */
function settle({ days }: Counters, since: string): void {
	for (const [day, sums] of Object.entries(days)) {
		if (day === before || day >= since) continue;
		add(days, before, sums);
		Reflect.deleteProperty(days, day);
	}
}

function add(all: Record<string, Sums>, key: string, sums: Sums): void {
	const kept = (all[key] ??= { n: 0, sum: 0, squares: 0 });
	grow(kept, sums);
	if (kept.n === 0) Reflect.deleteProperty(all, key);
}

function grow(kept: Sums, { n, sum, squares }: Sums): void {
	kept.n += n;
	kept.sum += sum;
	kept.squares += squares;
}

function bump(all: Record<string, number>, key: string, by: number): void {
	const now = (all[key] ?? 0) + by;
	if (now === 0) Reflect.deleteProperty(all, key);
	else all[key] = now;
}
