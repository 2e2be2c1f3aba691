import type { Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { findRecord } from '../queries.ts';
import { mustLookAfter, registerOfficers } from './officers.ts';
import {
	addMessage,
	changeConfirmation,
	changeMessage,
	findConfirmation,
	listOpenMessages,
	type Confirmation,
	type Message
} from './queries.ts';
import { noSuchConfirmation, nothingToMend, recordEnded } from './refusals.ts';
import type { RegisterHouse } from './register-house.ts';
import { endConfirmation } from './request-confirmation.ts';

/** Again as it was, anew with what is known now, or no more. */
export type Mending = 'again' | 'anew' | 'give-up';

/** What an officer does about a confirmation that was refused, or whose messages were given up by the job runner. */
export async function mendConfirmation(
	house: RegisterHouse,
	actor: Actor,
	{ code, mending }: { code: string; mending: Mending }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const confirmation = await findConfirmation(tx, code);
		if (!confirmation) throw noSuchConfirmation();
		const { placePath } = confirmation;
		mustLookAfter(actor, placePath);
		const dead = (await listOpenMessages(tx, [code])).filter(({ state }) => state === 'dead');
		if (dead.length === 0 && confirmation.state !== 'refused') throw nothingToMend();
		if (mending === 'again') await tryAgain(tx, house, dead);
		else if (mending === 'anew') await sendAnew(tx, house, confirmation);
		else await endConfirmation(tx, house, { code });
		await recordAct(tx, house, {
			doer: doerOf(actor, registerOfficers, placePath),
			action: 'certify.confirmation-mended',
			subject: { kind: 'record', id: code },
			placePath,
			details: { way: mending }
		});
	});
}

async function tryAgain(tx: Writer, { clock }: RegisterHouse, dead: readonly Message[]): Promise<void> {
	if (dead.length === 0) throw nothingToMend();
	for (const { id } of dead) await changeMessage(tx, id, { state: 'waiting', failures: 0, dueAt: clock.now() });
}

/** What the register may have of it is struck out first; then it is told under a new key what holds now. */
export async function sendAnew(
	tx: Writer,
	{ clock }: Pick<RegisterHouse, 'clock'>,
	{ recordCode, line, subjectMark }: Confirmation
): Promise<void> {
	const record = await findRecord(tx, recordCode);
	if (!record || record.withdrawnAt || record.replacedBy) throw recordEnded();
	for (const { id } of await listOpenMessages(tx, [recordCode])) await changeMessage(tx, id, { state: 'given-up' });
	const about = { recordCode, line, replacedBy: null, now: clock.now() };
	if (subjectMark !== null) await addMessage(tx, { ...about, act: 'withdraw' });
	const messageId = await addMessage(tx, { ...about, act: 'confirm' });
	const afresh = { state: 'waiting' as const, submittedAt: null, settledAt: null, reason: null };
	await changeConfirmation(tx, recordCode, { ...afresh, messageId });
}
