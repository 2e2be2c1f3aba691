import { dayInVietNam } from '../../platform/clock.ts';
import type { EntryKind } from './tables.ts';

/** Something that somebody did: when, how long. */
export interface Work {
	readonly accountId: string;
	readonly kind: EntryKind | 'class';
	readonly at: Date;
	readonly minutes: number;
}

interface Membership {
	readonly accountId: string;
	readonly joinedOn: string;
	readonly leftOn: string | null;
}

/** What a member did while she was in the team, by kind and in all; of classes at one time each moment counts once. The days on which she came and left count. */
export function sumOf(work: readonly Work[], { accountId, joinedOn, leftOn }: Membership) {
	const hers = work.filter((each) => {
		const day = dayInVietNam(each.at);
		return each.accountId === accountId && day >= joinedOn && (leftOn === null || day <= leftOn);
	});
	const of = (kind: Work['kind']) => {
		const some = hers.filter((each) => each.kind === kind);
		return { count: some.length, minutes: minutesOf(some) };
	};
	const [visits, desk] = [of('visit'), of('desk')];
	const taught = hers.filter(({ kind }) => kind === 'class');
	const classes = { count: taught.length, minutes: minutesCovered(taught) };
	return { visits, desk, classes, minutes: visits.minutes + desk.minutes + classes.minutes };
}

/** How long it was in all: a moment that several sessions share counts once. */
function minutesCovered(work: readonly Work[]): number {
	const spans = work.map(({ at, minutes }) => ({ from: at.getTime() / 60_000, minutes }));
	let [sum, end] = [0, -Infinity];
	for (const { from, minutes } of spans.sort((a, b) => a.from - b.from)) {
		sum += Math.max(0, from + minutes - Math.max(from, end));
		end = Math.max(end, from + minutes);
	}
	return sum;
}

function minutesOf(work: readonly Work[]): number {
	return work.reduce((sum, { minutes }) => sum + minutes, 0);
}
