import { inArray } from 'drizzle-orm';
import { mostEntries, type PersonalData } from '../../platform/own-data.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { changeConfirmation, listOfLines, type Confirmation } from './queries.ts';
import { endConfirmation } from './request-confirmation.ts';
import { registerMessages } from './tables.ts';

/** What is kept of people for confirming their records at the national register. */
export const confirmationData: PersonalData = {
	...{ id: 'confirmations', tables: ['confirmations', 'register_messages'], basis: 'service' },
	...{ seenBy: ['administrators'], keptFor: 'for-good', stays: true },
	async read(reader, { learnerIds }) {
		const theirs = await listOfLines(reader, learnerIds, mostEntries);
		return theirs.map(({ recordCode: code, state, requestedAt, submittedAt, settledAt, reason }) => ({
			...{ code, state, requestedAt, submittedAt, settledAt, reason }
		}));
	},
	/**
	 * What was never sent is not sent any more. What the register has stands there as its record stands here; what it may
	 * have or not it is told to strike out, because nobody is left whom it could be told about. Nothing that is left leads
	 * to her, or from one of her records to another.
	 */
	async erase(tx, { learnerIds }, at) {
		for (const each of await listOfLines(tx, learnerIds, mostEntries)) await part(tx, each, at);
	}
};

async function part(tx: Writer, { recordCode, state }: Confirmation, at: Date): Promise<void> {
	if (state === 'waiting' || state === 'submitted')
		await endConfirmation(tx, { clock: { now: () => at } }, { code: recordCode, callBack: true });
	const line = recordCode;
	await changeConfirmation(tx, recordCode, { line, placePath: '/', subjectMark: null });
	await tx
		.update(registerMessages)
		.set({ line })
		.where(inArray(registerMessages.recordCode, [recordCode]));
}
