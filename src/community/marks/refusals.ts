import { refusal } from '../../platform/refusal.ts';

/** Somebody is not, or no longer, in the session's list. */
export const notPresent = refusal('conflict', 'marks.not-present');
/** No lesson ever asked this. */
export const noSuchQuestion = refusal('not-found', 'marks.no-such-question');
/** Not one mark for each of the people, or a question twice. */
export const unevenMarks = refusal('invalid', 'marks.uneven');
/** More than one call may carry. */
export const tooManyMarks = refusal('invalid', 'marks.too-many');
