import { refusal } from '../../platform/refusal.ts';

/** Nothing of hers to review; also what somebody else's looks like, and what was retired. */
export const notInReview = refusal('not-found', 'assess.not-in-review');
/** It comes back on another day; until then its answer stays untold. */
export const notDue = refusal('conflict', 'assess.not-due');
/** It is asked in a quiz or test that she has not finished, and telling its answer would tell it there. */
export const inHand = refusal('conflict', 'assess.in-hand');
