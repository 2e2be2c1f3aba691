import { refusal } from '../../platform/refusal.ts';
import type { Trouble } from './provider.ts';

/** No provider is configured, or one that may not be used here. */
export const notOffered = refusal('not-found', 'identity.vneid-not-offered');

/** What went wrong on the way to the provider and back. */
export const troubles = {
	unreachable: refusal('unavailable', 'identity.vneid-unreachable'),
	refused: refusal('forbidden', 'identity.vneid-refused'),
	locked: refusal('forbidden', 'identity.vneid-locked'),
	stale: refusal('conflict', 'identity.vneid-stale'),
	untrusted: refusal('forbidden', 'identity.vneid-untrusted'),
	incomplete: refusal('forbidden', 'identity.vneid-incomplete'),
	failed: refusal('unavailable', 'identity.vneid-failed')
} as const satisfies Record<Trouble, ReturnType<typeof refusal>>;

export const accountClosed = refusal('forbidden', 'identity.vneid-account-closed');
/** The identity belongs to another account than the one that is signed in. */
export const identityTaken = refusal('conflict', 'identity.vneid-taken');
/** The account has another identity. */
export const hasAnother = refusal('conflict', 'identity.vneid-has-another');
/** Nothing waits to be joined: too late, or done. */
export const nothingWaits = refusal('conflict', 'identity.vneid-nothing-waits');
/** Another tab has brought somebody else since. */
export const otherWaits = refusal('conflict', 'identity.vneid-other-waits');
/** Number and subject were those of two people here: nobody is let in by it. */
export const contradicting = refusal('forbidden', 'identity.vneid-contradicting');
/** The account that is to go into the one that is signed in has roles. */
export const otherHasRoles = refusal('conflict', 'identity.vneid-other-has-roles');
export const noIdentity = refusal('not-found', 'identity.vneid-none');
