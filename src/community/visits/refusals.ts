import { refusal } from '../../platform/refusal.ts';

/** Also: written by somebody else, or not within the places of whoever asks. */
export const noSuchEntry = refusal('not-found', 'visits.no-such-entry');
/** Another entry has this id, so this one is not there: the phone makes it a new one. */
export const idTaken = refusal('conflict', 'visits.id-taken');
/** The days in which it may be corrected are over. */
export const tooLate = refusal('conflict', 'visits.too-late');
export const struckOut = refusal('conflict', 'visits.struck-out');
