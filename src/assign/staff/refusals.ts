import { refusal } from '../../platform/refusal.ts';

/** Also: not within the places of whoever asks, or ended already. */
export const noSuchEntry = refusal('not-found', 'staff.no-such-entry');
/** That member does not belong there, or was recognised as somebody else of the list. */
export const notThatMember = refusal('conflict', 'staff.not-that-member');
