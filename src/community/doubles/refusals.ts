import { refusal } from '../../platform/refusal.ts';

/** The other one was merged with somebody lately: as long as that can be undone, it is she who is kept. */
export const mergedLately = refusal('conflict', 'doubles.merged-lately');
/** It was undone already, or too long ago. */
export const noSuchMerge = refusal('not-found', 'doubles.no-such-merge');
/** Somebody of the other one's name and year was written down in her place meanwhile. */
export const nameTaken = refusal('conflict', 'doubles.name-taken');
