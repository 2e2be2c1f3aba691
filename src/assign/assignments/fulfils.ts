import { listFinishedOf, type FinishedAttempt } from '../../assess/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import { countingLessons, whoFinished } from '../../learn/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { addMonths } from './days.ts';
import type { DutyRow } from './duty-queries.ts';
import type { AssignmentRow } from './queries.ts';

type Conditions = Pick<AssignmentRow, 'passPercent' | 'renewMonths' | 'testAlone'>;

/** A finished attempt, and whether its learner has done every lesson of the course besides; of a test there are none. */
export type Shown = Pick<
	FinishedAttempt,
	'id' | 'learnerId' | 'courseId' | 'score' | 'total' | 'passPercent' | 'passed' | 'finishedAt'
> & { readonly learnt: boolean };

/** The share of right answers, in whole percents; rounded down, so that nobody has 80 who lacks a little. */
function percentOf({ score, total }: Pick<Shown, 'score' | 'total'>): number {
	return Math.floor((score * 100) / Math.max(total, 1));
}

/** Whether a finished attempt is the result that was asked for, on a day: passed, with enough, and recently enough where it has to come round. */
export function isEnough(
	{ passPercent, renewMonths }: Conditions,
	attempt: Omit<Shown, 'learnt'>,
	today: string
): boolean {
	if (!attempt.passed || percentOf(attempt) < (passPercent ?? 0)) return false;
	return renewMonths === null || addMonths(dayInVietNam(attempt.finishedAt), renewMonths) > today;
}

/** Whether it is all that was asked: the result and, unless the test alone is enough, the lessons too. */
export function fulfils(asked: Conditions, shown: Shown, today: string): boolean {
	return (asked.testAlone || shown.learnt) && isEnough(asked, shown, today);
}

/** How a duty stands once an attempt has done it. */
export function doneBy({ renewMonths }: Conditions, attempt: Shown) {
	return {
		...{ state: 'done', settledAt: attempt.finishedAt, attemptId: attempt.id, percent: percentOf(attempt) },
		validUntil: renewMonths === null ? null : addMonths(dayInVietNam(attempt.finishedAt), renewMonths),
		...{ reason: null, evidence: null, settledBy: null }
	} as const satisfies Partial<DutyRow>;
}

/** What these people finished of these courses and tests, the earliest first. */
export async function listShown(
	means: { catalog: Catalog },
	reader: Reader,
	asked: { learnerIds: readonly string[]; subjects: readonly string[] }
): Promise<Shown[]> {
	const finished = await listFinishedOf(reader, asked);
	const learnt = new Map<string, ReadonlySet<string>>();
	for (const courseId of new Set(finished.map((attempt) => attempt.courseId)))
		if (countingLessons(means.catalog, courseId).length > 0) {
			const learnerIds = [...new Set(finished.map(({ learnerId }) => learnerId))];
			learnt.set(courseId, await whoFinished(means, reader, { learnerIds, courseId }));
		}
	return finished.map((each) => ({ ...each, learnt: learnt.get(each.courseId)?.has(each.learnerId) ?? true }));
}
