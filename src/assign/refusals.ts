import { refusal } from '../platform/refusal.ts';

/** Names the fields that are wrong. */
export const wrongFields = refusal('invalid', 'platform.invalid');
/** Also: not within the places of whoever asks, or no organisation. */
export const noSuchOrganisation = refusal('not-found', 'members.no-such-organisation');
export const organisationClosed = refusal('conflict', 'members.organisation-closed');
