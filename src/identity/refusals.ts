import { refusal } from '../platform/refusal.ts';

/** Names the fields that are wrong. */
export const wrongFields = refusal('invalid', 'platform.invalid');
export const usernameTaken = refusal('conflict', 'identity.username-taken');
/** The same name and year of birth with the same phone number: a form sent twice. */
export const accountExists = refusal('conflict', 'identity.account-exists');
export const phoneFull = refusal('conflict', 'identity.phone-full');

/** The same words for an unknown identifier and a wrong password. */
export const wrongPassword = refusal('unauthenticated', 'identity.wrong-password');
/** The right password of an account whose learning is in another one now. */
export const accountUnited = refusal('unauthenticated', 'identity.account-united');
/** Several people of one phone number chose the same password; carries who they are. */
export const whichPerson = refusal('conflict', 'identity.which-person');
export const tooManyTries = refusal('too-many', 'identity.too-many-tries');
/** One password tried on many people from one device or address. */
export const tooManyHere = refusal('too-many', 'identity.too-many-here');
/** Nobody who has signed in on this device before. */
export const notKnownHere = refusal('not-found', 'identity.not-known-here');
/** Nobody learns on this device under this number. */
export const noSuchLearnerHere = refusal('not-found', 'identity.no-such-learner-here');
/** So many passwords are being checked that the wait would be too long. */
export const busy = refusal('unavailable', 'identity.busy');
export const sessionEnded = refusal('unauthenticated', 'identity.session-ended');
export const noSuchSession = refusal('not-found', 'identity.no-such-session');
export const wrongCurrentPassword = refusal('invalid', 'identity.wrong-current-password');

export const nothingToClaim = refusal('conflict', 'identity.nothing-to-claim');
export const alreadyClaimed = refusal('conflict', 'identity.already-claimed');

/** Also: not within the places of whoever asks. */
export const noSuchAccount = refusal('not-found', 'identity.no-such-account');
export const queryTooShort = refusal('invalid', 'identity.query-too-short');
export const reopenNeedsAdministrator = refusal('forbidden', 'identity.reopen-needs-administrator');
/** The same words for an unknown identifier and a wrong, old or used code. */
export const wrongCode = refusal('unauthenticated', 'identity.wrong-code');

export const notYourGrant = refusal('forbidden', 'identity.not-your-grant');
export const noSuchGrant = refusal('not-found', 'identity.no-such-grant');
export const lastAdministrator = refusal('conflict', 'identity.last-administrator');
export const tryLinkDead = refusal('forbidden', 'identity.try-link-dead');
export const setupLinkDead = refusal('forbidden', 'identity.setup-link-dead');
