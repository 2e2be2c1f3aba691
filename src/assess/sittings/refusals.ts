import { refusal } from '../../platform/refusal.ts';

/** Names the fields that are wrong. */
export const wrongFields = refusal('invalid', 'platform.invalid');
/** Also: not within the places of whoever asks. */
export const noSuchSitting = refusal('not-found', 'sittings.no-such-sitting');
/** Nobody of that id sits there, or it is oneself. */
export const noSuchSitter = refusal('not-found', 'sittings.no-such-sitter');
export const notYourPlace = refusal('forbidden', 'sittings.not-your-place');
export const noSittingsThere = refusal('invalid', 'sittings.no-sittings-there');
/** No sitting has this code, or it was read wrong. */
export const noSuchCode = refusal('not-found', 'sittings.no-such-code');
export const codeOver = refusal('conflict', 'sittings.code-over');
export const tooManyCodes = refusal('too-many', 'sittings.too-many-codes');
/** Whoever opened it can't sit it too. */
export const ownSitting = refusal('conflict', 'sittings.own-sitting');
/** She is in the middle of the same test, begun without these supervisors. */
export const begunElsewhere = refusal('conflict', 'sittings.begun-elsewhere');
/** What is closed can't be paused: nobody might be there to let it go on. */
export const sittingClosed = refusal('conflict', 'sittings.closed');
/** The test has no end by the clock. */
export const noClock = refusal('conflict', 'sittings.no-clock');
