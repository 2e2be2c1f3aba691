import { refusal } from '../platform/refusal.ts';

export const noSuchPlace = refusal('not-found', 'places.no-such-place');
export const notYourPlace = refusal('forbidden', 'places.not-your-place');
/** The commune or organisation is there already; villages can be added to it. */
export const placeExists = refusal('conflict', 'places.place-exists');
/** Communes lie in provinces, villages in communes. */
export const wrongParent = refusal('invalid', 'places.wrong-parent');
/** Only a village that has not ended goes into another of the same kind, or ends. */
export const notMergeable = refusal('conflict', 'places.not-mergeable');
export const stillInUse = refusal('conflict', 'places.still-in-use');
export const tooManyVillages = refusal('invalid', 'places.too-many-villages');
export const noVillages = refusal('invalid', 'places.no-villages');
export const villageNameWrong = refusal('invalid', 'places.village-name-wrong');
/** Names the fields that are wrong. */
export const wrongFields = refusal('invalid', 'platform.invalid');
