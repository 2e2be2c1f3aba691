import type { FinishedAttempt } from '../../assess/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { addMonths } from './days.ts';
import type { DutyRow } from './duty-queries.ts';
import type { AssignmentRow } from './queries.ts';

type Conditions = Pick<AssignmentRow, 'passPercent' | 'renewMonths'>;
type Shown = Pick<FinishedAttempt, 'id' | 'score' | 'total' | 'passPercent' | 'passed' | 'finishedAt'>;

/** The share of right answers, in whole percents; rounded down, so that nobody has 80 who lacks a little. */
function percentOf({ score, total }: Pick<Shown, 'score' | 'total'>): number {
	return Math.floor((score * 100) / Math.max(total, 1));
}

/** Whether a finished attempt is what was asked, on a day: passed, with enough, and recently enough where it has to come round. */
export function fulfils({ passPercent, renewMonths }: Conditions, attempt: Shown, today: string): boolean {
	if (!attempt.passed || percentOf(attempt) < (passPercent ?? 0)) return false;
	return renewMonths === null || addMonths(dayInVietNam(attempt.finishedAt), renewMonths) > today;
}

/** How a duty stands once an attempt has done it. */
export function doneBy({ renewMonths }: Conditions, attempt: Shown) {
	return {
		...{ state: 'done', settledAt: attempt.finishedAt, attemptId: attempt.id, percent: percentOf(attempt) },
		validUntil: renewMonths === null ? null : addMonths(dayInVietNam(attempt.finishedAt), renewMonths),
		...{ reason: null, evidence: null, settledBy: null }
	} as const satisfies Partial<DutyRow>;
}
