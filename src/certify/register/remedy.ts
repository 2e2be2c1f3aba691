import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import { sendAnew } from './mend.ts';
import { mustLookAfter, registerOfficers } from './officers.ts';
import { addMessage, changeConfirmation, findConfirmation } from './queries.ts';
import { changeMismatch, findMismatch, type Mismatch } from './reconcile-queries.ts';
import { alreadySettled, noSuchMismatch, wrongReason, wrongRemedy } from './refusals.ts';
import type { RegisterHouse } from './register-house.ts';

export type Remedy = NonNullable<Mismatch['remedy']>;

/** What may be done about a difference, the most usual first. */
export function remediesOf({ here, there, someoneElse }: Pick<Mismatch, 'here' | 'there' | 'someoneElse'>): Remedy[] {
	if (here === null) return ['withdraw', 'accept'];
	if (someoneElse) return ['send', 'withdraw', 'accept'];
	if (there === null || there === 'submitted') return ['send', 'accept'];
	// Here it ended, there it stands: nobody takes over a confirmation of what no longer counts.
	if (here === 'withdrawn' || here === 'cancelled') return ['withdraw', 'accept'];
	return ['take-over', 'send', 'accept'];
}

/** Settles a difference for good; a second one hears that it is settled. */
export async function settleMismatch(
	house: RegisterHouse,
	actor: Actor,
	{ id, remedy, reason }: { id: string; remedy: Remedy; reason: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const mismatch = await findMismatch(tx, id);
		if (!mismatch) throw noSuchMismatch();
		mustLookAfter(actor, mismatch.placePath);
		if (mismatch.remedy !== null) throw alreadySettled();
		if (!remediesOf(mismatch).includes(remedy)) throw wrongRemedy();
		const why = remedy === 'accept' ? reasonFrom(reason) : null;
		await apply(tx, house, { mismatch, remedy });
		const settled = { remedy, reason: why, settledBy: actor.accountId, settledAt: house.clock.now() };
		await changeMismatch(tx, id, settled);
		await recordAct(tx, house, {
			doer: doerOf(actor, registerOfficers, mismatch.placePath),
			action: 'certify.mismatch-settled',
			subject: { kind: 'record', id: mismatch.recordCode },
			placePath: mismatch.placePath,
			details: { way: remedy }
		});
	});
}

async function apply(
	tx: Writer,
	house: RegisterHouse,
	{ mismatch, remedy }: { mismatch: Mismatch; remedy: Remedy }
): Promise<void> {
	const { recordCode } = mismatch;
	const confirmation = await findConfirmation(tx, recordCode);
	const now = house.clock.now();
	if (remedy === 'withdraw') {
		const line = confirmation?.line ?? recordCode;
		const messageId = await addMessage(tx, { recordCode, line, act: 'withdraw', replacedBy: null, now });
		if (confirmation) await changeConfirmation(tx, recordCode, { messageId });
	}
	if (!confirmation) return;
	if (remedy === 'send') await sendAnew(tx, house, confirmation);
	if (remedy === 'take-over') await takeOver(tx, mismatch, now);
}

/** The register's word is ours from now on. */
async function takeOver(tx: Writer, { recordCode, there }: Mismatch, now: Date): Promise<void> {
	if (there !== 'confirmed' && there !== 'refused' && there !== 'withdrawn') throw wrongRemedy();
	await changeConfirmation(tx, recordCode, { state: there, settledAt: now });
}

function reasonFrom(typed: string): string {
	const reason = tidy(typed);
	if (reason.length < 5) throw wrongReason({ fields: [{ field: 'reason', code: 'register.reason-too-short' }] });
	if (reason.length > 300) throw wrongReason({ fields: [{ field: 'reason', code: 'register.reason-too-long' }] });
	return reason;
}
