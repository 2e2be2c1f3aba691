import { refusal } from '../../platform/refusal.ts';

/** She said that it is not hers; nobody enters it again. */
export const takenAway = refusal('conflict', 'results.taken-away');
export const noSuchResult = refusal('not-found', 'results.no-such-result');
/** Also: nothing of it within the places of whoever asks. */
export const noSuchImport = refusal('not-found', 'elsewhere.no-such-batch');
