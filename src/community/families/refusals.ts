import { refusal } from '../../platform/refusal.ts';

/** Also: not within the places of whoever asks. */
export const noSuchHousehold = refusal('not-found', 'families.no-such-household');
/** No household has this code, or it was read wrong. */
export const noSuchFamilyCode = refusal('not-found', 'families.no-such-code');
export const noSuchRelative = refusal('not-found', 'families.no-such-relative');
/** Everybody lives in one household here; she leaves the other one first. */
export const livesElsewhere = refusal('conflict', 'families.lives-elsewhere');
export const householdFull = refusal('conflict', 'families.full');
