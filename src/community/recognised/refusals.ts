import { refusal } from '../../platform/refusal.ts';

/** Of a line it is known already whose it is. */
export const notWritten = refusal('conflict', 'recognised.not-written');
/** Taken back already, or too long ago. */
export const noSuchRecognised = refusal('not-found', 'recognised.no-such');
/** Another name was said to be hers after this one. */
export const laterFirst = refusal('conflict', 'recognised.later-first');
