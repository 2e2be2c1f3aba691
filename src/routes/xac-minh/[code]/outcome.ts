import type { IconName } from '$lib/ui/icons.ts';
import type { Verification } from '../../../certify/index.ts';

/** Which of the pages to show; the last part of its messages' keys. */
export type Outcome = 'valid' | 'withdrawn' | 'replaced' | 'reissued' | 'unknown' | 'mistyped' | 'forged' | 'simulated';

/** A record whose signature does not match what it says is not to be trusted, whatever else is known of it. */
export function outcomeOf({
	status,
	signature,
	simulated,
	reason
}: Pick<Verification, 'status' | 'signature' | 'simulated' | 'reason'>): Outcome {
	if (status === 'invalid' || signature?.valid === false) return 'forged';
	if (status === 'replaced' && reason !== undefined) return 'reissued';
	return status === 'valid' && simulated ? 'simulated' : status;
}

export const signs: Record<Outcome, { tone: 'good' | 'warn' | 'bad'; icon: IconName }> = {
	valid: { tone: 'good', icon: 'shield' },
	simulated: { tone: 'warn', icon: 'shield' },
	withdrawn: { tone: 'bad', icon: 'cross' },
	replaced: { tone: 'warn', icon: 'paper' },
	reissued: { tone: 'warn', icon: 'paper' },
	forged: { tone: 'bad', icon: 'scam' },
	unknown: { tone: 'warn', icon: 'search' },
	mistyped: { tone: 'warn', icon: 'pencil' }
};
