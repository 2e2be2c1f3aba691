import type { House } from '../../platform/house.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { placePathOf } from '../holder-scope.ts';
import type { StoredRecord } from '../queries.ts';
import {
	addConfirmation,
	addMessage,
	changeConfirmation,
	changeMessage,
	findConfirmation,
	listOpenMessages,
	type Confirmation,
	type Message
} from './queries.ts';

type Means = Pick<House, 'clock'>;
type Recorded = Pick<StoredRecord, 'code' | 'learnerId' | 'simulated' | 'replaces'>;

/**
 * Writes down that a record is to be confirmed at the national register, in the transaction that issues it: both happen
 * or neither. The job runner sends it (`deliver.ts`). Where it replaces another, the register hears of that
 * first. Again it changes nothing.
 */
export async function requestConfirmation(tx: Writer, { clock }: Means, record: Recorded): Promise<void> {
	const { code: recordCode, learnerId: line, simulated } = record;
	if (await findConfirmation(tx, recordCode)) return;
	if (record.replaces !== null) await endConfirmation(tx, { clock }, { code: record.replaces, replacedBy: recordCode });
	const now = clock.now();
	const messageId = await addMessage(tx, { recordCode, line, act: 'confirm', replacedBy: null, now });
	await addConfirmation(tx, {
		...{ recordCode, line, simulated, messageId, state: 'waiting', requestedAt: now },
		placePath: await placePathOf(tx, line),
		...{ subjectMark: null, submittedAt: null, settledAt: null, reason: null }
	});
}

/**
 * A record no longer counts, or another took its place: what the register was never told stays untold, and what it was
 * told, or may have been, it is told to strike out. Of a record that was never to be confirmed nothing happens. With
 * `callBack` what is on its way is not waited for: nobody is left whom it could be told about.
 */
export async function endConfirmation(
	tx: Writer,
	{ clock }: Means,
	{ code, replacedBy = null, callBack = false }: { code: string; replacedBy?: string | null; callBack?: boolean }
): Promise<void> {
	const confirmation = await findConfirmation(tx, code);
	if (!confirmation || isOver(confirmation)) return;
	const now = clock.now();
	const untold = confirmation.subjectMark === null;
	await callBackOpen(tx, code, (message) => untold || callBack || !isOnItsWay(message));
	if (untold) return changeConfirmation(tx, code, { state: 'cancelled', settledAt: now });
	const { line } = confirmation;
	const messageId = await addMessage(tx, { recordCode: code, line, act: 'withdraw', replacedBy, now });
	await changeConfirmation(tx, code, { messageId });
}

const isOver = ({ state }: Confirmation) => state === 'cancelled' || state === 'withdrawn';

async function callBackOpen(tx: Writer, code: string, which: (message: Message) => boolean): Promise<void> {
	for (const message of await listOpenMessages(tx, [code]))
		if (which(message)) await changeMessage(tx, message.id, { state: 'given-up' });
}

/**
 * The register may be about to get it: then it is told to the end first, and only then that the record no longer counts.
 * The other way round a message that was late on its way would undo what came after it.
 */
function isOnItsWay({ state, attempts, fault }: Message): boolean {
	return state === 'waiting' && attempts > 0 && fault !== 'no-identity' && fault !== 'not-for-practice';
}
