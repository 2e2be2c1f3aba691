import type { IconName } from '$lib/ui/icons.ts';
import type { Verification } from '../../../certify/index.ts';

/** Which of the five pages to show; the last part of its messages' keys. */
export type Outcome = 'valid' | 'withdrawn' | 'unknown' | 'mistyped' | 'forged';

/** A record whose signature does not match what it says is not to be trusted, whatever else is known of it. */
export function outcomeOf({ status, signature }: Pick<Verification, 'status' | 'signature'>): Outcome {
	if (status === 'invalid' || signature?.valid === false) return 'forged';
	return status;
}

export const signs: Record<Outcome, { tone: 'good' | 'warn' | 'bad'; icon: IconName }> = {
	valid: { tone: 'good', icon: 'shield' },
	withdrawn: { tone: 'bad', icon: 'cross' },
	forged: { tone: 'bad', icon: 'scam' },
	unknown: { tone: 'warn', icon: 'search' },
	mistyped: { tone: 'warn', icon: 'pencil' }
};
