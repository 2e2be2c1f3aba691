import { refusal } from '../../platform/refusal.ts';

/** Also: not within the places of whoever asks. */
export const noSuchPaper = refusal('not-found', 'papers.no-such-paper');
/** Nobody's sheet of that id was typed in for it, or it is one's own. */
export const noSuchSheet = refusal('not-found', 'papers.no-such-sheet');
export const notYourPlace = refusal('forbidden', 'papers.not-your-place');
/** Either a test or a course's quiz is printed. */
export const oneOfTwo = refusal('invalid', 'papers.one-of-two');
/** A placement is scored by hand, with the tables printed beside it. */
export const scoredByHand = refusal('conflict', 'papers.scored-by-hand');
/** Nobody of that id was written down in one's places, or it is oneself. */
export const noSuchPerson = refusal('invalid', 'papers.no-such-person');
/** Her sheet of this paper was typed in before. */
export const typedAlready = refusal('conflict', 'papers.typed-already');
/** The form was sent before, for another paper. */
export const keyTaken = refusal('conflict', 'papers.key-taken');
/** The bank is too small for two stages. */
export const tooFewQuestions = refusal('conflict', 'papers.too-few-questions');
