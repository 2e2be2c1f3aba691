import { refusal } from '../platform/refusal.ts';

/** Also what somebody else's attempt looks like: not hers to see. */
export const noSuchAttempt = refusal('not-found', 'assess.no-such-attempt');
/** The course has no questions to draw a quiz from. */
export const noQuiz = refusal('conflict', 'assess.no-quiz');
export const attemptClosed = refusal('conflict', 'assess.attempt-closed');
/** Its result is not due yet. */
export const attemptOpen = refusal('conflict', 'assess.attempt-open');
export const questionNotAsked = refusal('conflict', 'assess.question-not-asked');
/** Nothing was filled in. */
export const nothingChosen = refusal('invalid', 'assess.nothing-chosen');
export const noSuchOption = refusal('invalid', 'assess.no-such-option');
/** `values.count` questions wait for an answer; `{ finishUnanswered: true }` finishes all the same. */
export const unanswered = refusal('conflict', 'assess.unanswered');
