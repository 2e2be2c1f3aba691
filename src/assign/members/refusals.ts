import { refusal } from '../../platform/refusal.ts';

/** No organisation has this code now: it was mistyped, has ended or ran out. */
export const noSuchCode = refusal('not-found', 'members.no-such-code');
export const tooManyCodes = refusal('too-many', 'members.too-many-codes');
/** Also: not one's own, not within the places of whoever asks, or ended already. */
export const noSuchMember = refusal('not-found', 'members.no-such-member');
/** She belongs to the other organisation already. */
export const memberThere = refusal('conflict', 'members.member-there');
