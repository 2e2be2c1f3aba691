import { refusal } from '../../platform/refusal.ts';

export const noFileSent = refusal('invalid', 'exchange.no-file-sent');
export const fileTooLarge = refusal('too-large', 'exchange.file-large');
export const fileOfOtherKind = refusal('invalid', 'exchange.file-kind');
/** Uploads are kept for an hour. */
export const uploadGone = refusal('not-found', 'exchange.upload-gone');
export const nothingToTake = refusal('conflict', 'exchange.nothing-to-take');
export const noFolder = refusal('not-found', 'exchange.no-folder');
