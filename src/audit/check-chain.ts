import { verifyAuditTrail } from '../platform/audit-verification.ts';
import type { House } from '../platform/house.ts';
import type { AuditCheck } from './schemas.ts';

const freshMs = 60_000;

/**
 * Checks the whole chain for the administrators' page, at most once a minute and once at a time, however many look: a
 * long chain takes seconds. The answer says when it was found.
 */
export function openChainCheck({ store, secrets, clock, log }: House): () => Promise<AuditCheck> {
	let last: { at: number; check: Promise<AuditCheck> } | undefined;
	const run = async (): Promise<AuditCheck> => {
		const verdict = await verifyAuditTrail(store.read, secrets);
		const broken = verdict.whole ? null : { number: verdict.number, fault: verdict.fault };
		if (broken) log.error(broken, 'the audit trail is broken');
		return { whole: verdict.whole, count: verdict.count, checkedAt: clock.now().toISOString(), broken };
	};
	return () => {
		const now = clock.now().getTime();
		if (!last || now - last.at >= freshMs) {
			const check = run();
			last = { at: now, check };
			check.catch(() => (last = undefined));
		}
		return last.check;
	};
}
