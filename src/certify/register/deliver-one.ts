import { findSubject } from '../../identity/index.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { findRecord } from '../queries.ts';
import { afterFault, askAgainAt, judge, type Outcome } from './judge.ts';
import { RegisterTrouble, type NationalRegister, type Told } from './national-register.ts';
import {
	changeConfirmation,
	changeMessage,
	findConfirmation,
	isStillOurs,
	type Confirmation,
	type Message
} from './queries.ts';
import type { RegisterHouse } from './register-house.ts';
import type { Breaker } from './waits.ts';

/** What came of a message. */
export interface Delivered {
	readonly message: Message;
	readonly outcome: Outcome;
}

/** The register that is used, and how it has been doing. */
export interface Usable {
	readonly register: NationalRegister;
	readonly standIn: boolean;
	readonly breaker: Breaker;
}

/**
 * Tells the register one thing and says what came of it; null where the message was called back before. Never rejects
 * because of the register.
 */
export async function deliverOne(house: RegisterHouse, usable: Usable, message: Message): Promise<Outcome | null> {
	try {
		const outcome = message.act === 'confirm' ? await confirm(house, usable, message) : await withdraw(usable, message);
		usable.breaker.worked();
		return outcome;
	} catch (error) {
		if (!(error instanceof RegisterTrouble)) throw error;
		if (error.fault === 'away' || error.fault === 'clock') usable.breaker.failed();
		else usable.breaker.worked();
		house.log.warn(
			{ message: message.id, fault: error.fault, why: error.why },
			'the national register was told in vain'
		);
		return { kind: 'fault', fault: error.fault };
	}
}

/** Null where the message was called back before it was sent. */
async function confirm(house: RegisterHouse, { register, standIn }: Usable, message: Message): Promise<Outcome | null> {
	const code = message.recordCode;
	const confirmation = await findConfirmation(house.store.read, code);
	const record = await findRecord(house.store.read, code);
	if (!confirmation || !record) return { kind: 'settled', state: 'cancelled', reason: null };
	const holder = await findSubject(house.store.read, house.secrets, record.learnerId);
	if (!holder) return { kind: 'fault', fault: 'no-identity' };
	// Practice goes to a register for practice, and nothing else does; nor does practice go anywhere else.
	if (record.simulated !== standIn || holder.simulated !== standIn) return { kind: 'fault', fault: 'not-for-practice' };
	const { subject } = holder;
	if (!(await noteSubject(house, message, { confirmation, subject }))) return null;
	const { canonicalText: text, signature, keyId } = record;
	const tell = () => register.tell(message.id, { act: 'confirm', code, subject, text, signature, keyId });
	const told = confirmation.state === 'submitted' ? ((await register.find(code)) ?? (await tell())) : await tell();
	return judge({ act: 'confirm', code, subject }, told);
}

async function withdraw({ register }: Usable, { id, recordCode: code, replacedBy }: Message): Promise<Outcome> {
	const told: Told = await register.tell(id, { act: 'withdraw', code, ...(replacedBy !== null && { replacedBy }) });
	return judge({ act: 'withdraw', code, subject: null }, told);
}

/**
 * Before anything is sent: that it may have been sent, and to whom, is known even where the answer is lost with this
 * process. False where the message is no longer ours to send.
 */
async function noteSubject(
	{ store, secrets }: RegisterHouse,
	message: Message,
	{ confirmation, subject }: { confirmation: Confirmation; subject: string }
): Promise<boolean> {
	const subjectMark = markOf(secrets, subject);
	if (confirmation.subjectMark === subjectMark) return true;
	return store.transact(async (tx) => {
		const ours = await isStillOurs(tx, message);
		if (ours) await changeConfirmation(tx, confirmation.recordCode, { subjectMark });
		return ours;
	});
}

/** What is kept of a subject: enough to know it again. */
export function markOf(secrets: RegisterHouse['secrets'], subject: string): string {
	return secrets.mark('register-subject', subject);
}

/** Writes down what came of a message, unless somebody else has taken it up since. */
export async function writeDown(tx: Writer, now: Date, { message, outcome }: Delivered): Promise<void> {
	if (!(await isStillOurs(tx, message))) return;
	const confirmation = await findConfirmation(tx, message.recordCode);
	const newest = confirmation?.messageId === message.id ? confirmation : undefined;
	await changeMessage(tx, message.id, changeOf(message, outcome, { now, newest }));
	if (newest) await changeConfirmation(tx, message.recordCode, stepOf(outcome, { now, newest }));
}

type Moment = { now: Date; newest: Confirmation | undefined };

function changeOf({ failures }: Message, outcome: Outcome, { now, newest }: Moment): Partial<Message> {
	if (outcome.kind === 'settled') return { state: 'done', fault: null };
	if (outcome.kind === 'fault')
		return { fault: outcome.fault, ...afterFault(outcome.fault, { failures: failures + 1, now }) };
	return { fault: null, failures: 0, dueAt: askAgainAt(now, { submittedAt: newest?.submittedAt ?? null }) };
}

/** What the learner sees of it. */
function stepOf(outcome: Outcome, { now, newest }: { now: Date; newest: Confirmation }): Partial<Confirmation> {
	const submittedAt = newest.submittedAt ?? now;
	if (outcome.kind === 'submitted') return { state: 'submitted', submittedAt };
	if (outcome.kind === 'fault') return { state: newest.state };
	return { state: outcome.state, reason: outcome.reason, submittedAt, settledAt: now };
}
