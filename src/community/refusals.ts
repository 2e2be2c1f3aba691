import { refusal } from '../platform/refusal.ts';

/** Names the fields that are wrong. */
export const wrongFields = refusal('invalid', 'platform.invalid');
/** Also: not within the places of whoever asks. */
export const noSuchClass = refusal('not-found', 'community.no-such-class');
export const notYourPlace = refusal('forbidden', 'community.not-your-place');
/** The same place, time and subject: a form sent twice. */
export const classExists = refusal('conflict', 'community.class-exists');
/** Classes are held in villages, communes and organisations that exist. */
export const noClassesThere = refusal('invalid', 'community.no-classes-there');
/** A session of tomorrow has no attendance yet. */
export const tooEarly = refusal('conflict', 'community.too-early');
export const classCancelled = refusal('conflict', 'community.class-cancelled');
/** Somebody came: it can neither be cancelled nor moved to a day to come. */
export const somebodyCame = refusal('conflict', 'community.somebody-came');
export const classFull = refusal('conflict', 'community.class-full');
export const noSuchAttendance = refusal('not-found', 'community.no-such-attendance');
export const noSuchPerson = refusal('not-found', 'community.no-such-person');
/** No session has this code, or it was read wrong. */
export const noSuchCode = refusal('not-found', 'community.no-such-code');
export const codeOver = refusal('conflict', 'community.code-over');
export const tooManyCodes = refusal('too-many', 'community.too-many-codes');
export const noSuchRule = refusal('not-found', 'community.no-such-rule');
