import { refusal } from '../../platform/refusal.ts';

export const noFileSent = refusal('invalid', 'imports.no-file');
export const fileTooLarge = refusal('too-large', 'imports.too-large');
/** Also: not within the places of whoever asks. */
export const noSuchImport = refusal('not-found', 'imports.no-such-import');
/** It is being brought in or taken back, or that is over. */
export const notNow = refusal('conflict', 'imports.not-now');
