import type { Told } from './national-register.ts';
import type { ConfirmationState, Fault } from './states.ts';
import type { Message } from './queries.ts';
import { waitAfter } from './waits.ts';

/** What came of telling the register something. */
export type Outcome =
	| { kind: 'settled'; state: ConfirmationState; reason: string | null }
	/** It has it, and will say later. */
	| { kind: 'submitted' }
	| { kind: 'fault'; fault: Fault };

/** What was sent, as far as the answer has to fit it. */
interface Sent {
	act: Message['act'];
	code: string;
	/** Null where nobody was named. */
	subject: string | null;
}

/** What an answer means for what was sent. One about somebody or something else never counts, whatever it says. */
export function judge({ act, code, subject }: Sent, told: Told): Outcome {
	const another = told.code !== code || (subject !== null && told.subject !== subject);
	if (act === 'withdraw')
		return told.code === code && told.status === 'withdrawn'
			? { kind: 'settled', state: 'withdrawn', reason: null }
			: { kind: 'fault', fault: 'untrusted' };
	if (another) return { kind: 'fault', fault: 'someone-else' };
	if (told.status === 'submitted') return { kind: 'submitted' };
	// Struck out there though nobody here asked for that: not ours to call confirmed.
	if (told.status === 'withdrawn') return { kind: 'fault', fault: 'rejected' };
	return { kind: 'settled', state: told.status, reason: told.status === 'refused' ? told.reason : null };
}

/** So often a message is tried whose answers can't be used, before an officer has to look at it. */
const mostTries: Partial<Record<Fault, number>> = { untrusted: 10, rejected: 3, 'someone-else': 1 };
const day = 24 * 3_600_000;
/** How long after it was last asked the register is asked what it has decided. */
const askAgainMs = 5_000;

/** Whether and when a message is tried again after a fault. A register that is down is no fault of the message. */
export function afterFault(
	fault: Fault,
	{ failures, now, random }: { failures: number; now: Date; random?: () => number }
) {
	const later = (ms: number) => new Date(now.getTime() + ms);
	if (fault === 'no-identity' || fault === 'not-for-practice')
		return { state: 'waiting' as const, dueAt: later(day), failures: 0 };
	const dead = failures >= (mostTries[fault] ?? Infinity);
	return {
		state: dead ? ('dead' as const) : ('waiting' as const),
		dueAt: later(waitAfter(failures, random)),
		failures
	};
}

export function askAgainAt(now: Date, { submittedAt }: { submittedAt: Date | null }): Date {
	const since = submittedAt ? Math.max(0, now.getTime() - submittedAt.getTime()) : 0;
	return new Date(now.getTime() + Math.min(Math.max(askAgainMs, since / 4), day));
}
