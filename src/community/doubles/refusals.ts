import { refusal } from '../../platform/refusal.ts';

/** The other one was merged with somebody lately: as long as that can be undone, it is she who is kept. */
export const mergedLately = refusal('conflict', 'doubles.merged-lately');
/** It was undone already, or too long ago. */
export const noSuchMerge = refusal('not-found', 'doubles.no-such-merge');
/** Somebody of the other one's name and year was written down in her place meanwhile. */
export const nameTaken = refusal('conflict', 'doubles.name-taken');

/** What is to be closed was kept in a union lately: as long as that can be undone, it is that one that is kept. */
export const unitedLately = refusal('conflict', 'doubles.united-lately');
/** It was undone already, too long ago, or not the latest. */
export const noSuchUnion = refusal('not-found', 'doubles.no-such-union');
