import { refusal } from '../platform/refusal.ts';

export const noSuchLesson = refusal('not-found', 'learn.no-such-lesson');
/** The question does not stand in this lesson (any more), or was not asked of this learner. */
export const questionNotHere = refusal('conflict', 'learn.question-not-here');
export const noSuchOption = refusal('invalid', 'learn.no-such-option');
/** The page was opened, or the answer given, by somebody else than who learns on this device now. */
export const somebodyElses = refusal('conflict', 'learn.somebody-elses');
