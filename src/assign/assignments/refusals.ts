import { refusal } from '../../platform/refusal.ts';

/** Names the fields that are wrong. */
export const wrongFields = refusal('invalid', 'platform.invalid');
/** Also: not within the places of whoever asks. */
export const noSuchAssignment = refusal('not-found', 'duties.no-such-assignment');
export const noSuchDuty = refusal('not-found', 'duties.no-such-duty');
export const notYourPlace = refusal('forbidden', 'duties.not-your-place');
/** Somebody changed it meanwhile; carries what it is now. */
export const changedMeanwhile = refusal('conflict', 'duties.changed-meanwhile');
/** Of a draft that is sent as it no longer is: whoever sends it looks at it first. */
export const changedBeforeSending = refusal('conflict', 'duties.changed-before-sending');
/** What was sent is changed in its due day alone. */
export const alreadySent = refusal('conflict', 'duties.already-sent');
export const notSent = refusal('conflict', 'duties.not-sent');
/** Nobody would be given it. */
export const nobodyReached = refusal('conflict', 'duties.nobody-reached');
/** It was done, waived or taken back already. */
export const dutyOver = refusal('conflict', 'duties.duty-over');
/** Nothing was handed in that waits for a word. */
export const nothingHandedIn = refusal('conflict', 'duties.nothing-handed-in');
