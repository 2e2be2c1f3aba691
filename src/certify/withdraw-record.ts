import type { Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { notAllowed } from '../platform/http/access.ts';
import { tidy } from '../platform/text.ts';
import { administersHolder, placePathOf } from './holder-scope.ts';
import { findRecord, markWithdrawn } from './queries.ts';
import { readRecordCode } from './record-code.ts';
import { alreadyWithdrawn, mistypedCode, noSuchRecord, wrongReason } from './refusals.ts';
import { endConfirmation } from './register/request-confirmation.ts';
import type { RecordView } from './schemas.ts';
import { recordView } from './views.ts';

const shortestReason = 5;
const longestReason = 300;

/**
 * Withdraws a record for a reason that everyone who checks it can read. Nothing is deleted, and the first reason
 * stays: who withdraws it again is told so.
 */
export async function withdrawRecord(
	house: House,
	actor: Actor,
	input: { code: string; reason: string }
): Promise<RecordView> {
	const code = readRecordCode(input.code);
	if (code === null) throw mistypedCode();
	const reason = reasonFrom(input.reason);
	return house.store.transact(async (tx) => {
		const record = await findRecord(tx, code);
		if (!record) throw noSuchRecord();
		if (!(await administersHolder(tx, actor, record))) throw notAllowed();
		if (record.withdrawnAt) {
			const { withdrawnAt, reason } = recordView(house.config, record);
			throw alreadyWithdrawn({ extra: { withdrawnAt, reason } });
		}
		const withdrawal = { withdrawnAt: house.clock.now(), withdrawnBy: actor.accountId, withdrawnReason: reason };
		await markWithdrawn(tx, { id: record.id, ...withdrawal });
		await endConfirmation(tx, house, { code });
		const placePath = await placePathOf(tx, record.learnerId);
		await recordAct(tx, house, {
			doer: doerOf(actor, ['administrator'], placePath),
			action: 'certify.record-withdrawn',
			subject: { kind: 'record', id: record.code },
			placePath
		});
		await house.facts.record(tx, 'certify.withdrawn', { recordId: record.id, by: actor.accountId });
		return recordView(house.config, { ...record, ...withdrawal });
	});
}

function reasonFrom(typed: string): string {
	const reason = tidy(typed);
	if (reason.length < shortestReason)
		throw wrongReason({ fields: [{ field: 'reason', code: 'certify.reason-too-short' }] });
	if (reason.length > longestReason)
		throw wrongReason({ fields: [{ field: 'reason', code: 'certify.reason-too-long' }] });
	return reason;
}
