import { refusal } from '../../platform/refusal.ts';

/** Also: not within the places of whoever asks, or not one's own. */
export const noSuchComment = refusal('not-found', 'comments.no-such-comment');
/** An assignment that does not concern the place. */
export const notAboutIt = refusal('conflict', 'comments.not-about-it');
/** What was taken back is not answered any more. */
export const takenBack = refusal('conflict', 'comments.taken-back');
