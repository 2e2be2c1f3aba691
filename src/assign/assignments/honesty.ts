import type { listFinishedOf } from '../../assess/index.ts';
import type { DutyRow } from './duty-queries.ts';
import type { OwnDuty } from './schemas.ts';

export type Finished = Awaited<ReturnType<typeof listFinishedOf>>[number];

/** How the attempt came about that did it: those in charge and she herself are told the same. */
export function honestyOf(
	finished: readonly Finished[],
	{ attemptId, subject, learnerId }: Pick<DutyRow, 'attemptId' | 'subject' | 'learnerId'>
): OwnDuty['honesty'] {
	const attempt = finished.find(({ id }) => id === attemptId);
	if (!attempt) return null;
	const { assurance, helped, startedAt, finishedAt } = attempt;
	const tries = finished.filter(
		(each) => each.courseId === subject && each.learnerId === learnerId && each.finishedAt <= finishedAt
	);
	const minutes = Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 60_000));
	return { assurance, helped, attempts: tries.length, minutes, finishedAt: finishedAt.toISOString() };
}
