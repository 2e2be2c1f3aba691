import { refusal } from '../../platform/refusal.ts';

/** Also: not within the places of whoever asks. */
export const noSuchHelped = refusal('not-found', 'helped.no-such-learner');
/** The same name and year in the same place; carries who is there already. */
export const helpedExists = refusal('conflict', 'helped.exists');
/** She was written down under this id before and is no longer: by her own wish, or because she was there twice. */
export const helpedRemoved = refusal('conflict', 'helped.removed');
/** The same words for a code that is on no card, for one of an old card and for a wrong PIN. */
export const wrongCard = refusal('unauthenticated', 'helped.wrong-card');
/** Too many wrong tries a moment ago; says for how many minutes to wait. */
export const tooManyPins = refusal('too-many', 'helped.too-many-pins');
/** The PIN was wrong twenty times. */
export const cardLocked = refusal('forbidden', 'helped.card-locked');
/** The card is in another name than the account that wants to take its learning over. */
export const cardOfAnother = refusal('conflict', 'helped.card-of-another');
/** A helper can't take the learning of somebody she looks after for her own. */
export const notForHelpers = refusal('forbidden', 'helped.not-for-helpers');
/** That card is not, or no longer, open on this device: the PIN is needed again. */
export const notOpenHere = refusal('not-found', 'helped.not-open-here');
/** Nobody was ticked at the session whose card a helper could open. */
export const nobodyToOpen = refusal('conflict', 'helped.nobody-to-open');
