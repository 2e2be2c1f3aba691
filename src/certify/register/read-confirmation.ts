import type { Actor } from '../../platform/actor.ts';
import { say } from '../../platform/messages/index.ts';
import { getVisibleRecord } from '../read-records.ts';
import { findConfirmation, findMessage, type Confirmation, type Message } from './queries.ts';
import type { RegisterHouse } from './register-house.ts';
import type { ConfirmationView } from './schemas.ts';

/** How far the confirmation of a record has come; null where it was never to be confirmed. */
export async function readConfirmation(
	house: RegisterHouse,
	actor: Actor,
	code: string
): Promise<{ confirmation: ConfirmationView | null }> {
	const record = await getVisibleRecord(house, actor, code);
	const { read } = house.store;
	const found = await findConfirmation(read, record.code);
	if (!found) return { confirmation: null };
	const message = await findMessage(read, found.messageId);
	const { state, simulated } = found;
	const reason = state === 'refused' ? reasonIn(actor.lang, found.reason) : null;
	return {
		confirmation: { state, simulated, reason, steps: stepsOf(found), waitsFor: waitsFor(house, found, message) }
	};
}

/** In their order, whatever the clock said: it may have been set back in between. */
function stepsOf({ state, requestedAt, submittedAt, settledAt }: Confirmation): ConfirmationView['steps'] {
	const settled = state === 'waiting' || state === 'submitted' ? null : { step: state, at: settledAt };
	const all = [
		{ step: 'requested' as const, at: requestedAt },
		{ step: 'submitted' as const, at: submittedAt },
		settled
	];
	return all.flatMap((each) => (each?.at ? { step: each.step, at: each.at.toISOString() } : []));
}

function waitsFor(
	{ nationalRegister }: RegisterHouse,
	{ state }: Confirmation,
	message: Message | undefined
): ConfirmationView['waitsFor'] {
	if (message?.state === 'dead') return 'officer';
	if (state === 'submitted') return 'answer';
	if (state !== 'waiting') return null;
	if (!nationalRegister) return 'register';
	if (message?.fault === 'no-identity') return 'identity';
	return message?.fault === 'not-for-practice' ? 'practice' : 'sending';
}

/** A code of the register's in words; one that nobody has words for is told as it is. */
export function reasonIn(lang: Actor['lang'], reason: string | null): string {
	const key = `register.reason-${reason ?? 'none'}`;
	const said = say(lang, key);
	return said === key ? (reason ?? '') : said;
}
