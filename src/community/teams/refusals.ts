import { refusal } from '../../platform/refusal.ts';

/** Also: not within the places of whoever asks. */
export const noSuchTeam = refusal('not-found', 'teams.no-such-team');
export const noSuchMember = refusal('not-found', 'teams.no-such-member');
/** Only officers and administrators of the place do this. */
export const notYourTeam = refusal('forbidden', 'teams.not-your-team');
/** Only a lead of the team, or officers and administrators of the place. */
export const notYourMembers = refusal('forbidden', 'teams.not-your-members');
export const teamExists = refusal('conflict', 'teams.exists');
/** The same words for a code that is none, one that was used, one that is too old, and one whose giver may no longer. */
export const noSuchInvitation = refusal('not-found', 'teams.no-such-invitation');
export const alreadyMember = refusal('conflict', 'teams.already-member');
