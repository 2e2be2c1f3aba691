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

/** What a member did while she was in the team, by kind and in all; the days on which she came and left count. */
export function sumOf(work: readonly Work[], { accountId, joinedOn, leftOn }: Membership) {
	const hers = work.filter((each) => {
		const day = dayInVietNam(each.at);
		return each.accountId === accountId && day >= joinedOn && (leftOn === null || day <= leftOn);
	});
	const of = (kind: Work['kind']) => {
		const some = hers.filter((each) => each.kind === kind);
		return { count: some.length, minutes: minutesOf(some) };
	};
	return { visits: of('visit'), desk: of('desk'), classes: of('class'), minutes: minutesOf(hers) };
}

function minutesOf(work: readonly Work[]): number {
	return work.reduce((sum, { minutes }) => sum + minutes, 0);
}
