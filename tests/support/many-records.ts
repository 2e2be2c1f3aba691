import { findRecord, type StoredRecord } from '../../src/certify/queries.ts';
import { requestConfirmation } from '../../src/certify/register/request-confirmation.ts';
import { newRecordCode } from '../../src/certify/record-code.ts';
import { completionRecords } from '../../src/certify/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Certifying } from './records.ts';
import { aVouchedLearner } from './register.ts';
import { aRecord } from './records.ts';

/** So many people with so many records each, all of which are to be confirmed. */
export async function manyRequests(
	house: Certifying,
	{ people, each }: { people: number; each: number }
): Promise<void> {
	for (let person = 0; person < people; person++) {
		const { record } = await aRecord(house, await aVouchedLearner(house));
		await house.store.transact(async (tx) => {
			const first = await findRecord(tx, record.code);
			if (!first) throw new Error('a record that was issued is there');
			const more = Array.from({ length: each - 1 }, (_, i) => another(first, i));
			await tx.insert(completionRecords).values(more);
			for (const one of [first, ...more]) await requestConfirmation(tx, house, one);
		});
	}
}

/** Another record of the same attempt, for something else. */
function another(record: StoredRecord, number: number): StoredRecord {
	const code = newRecordCode();
	const canonicalText = record.canonicalText.replace(record.code, code);
	return { ...record, id: newId(), code, courseId: `nhom-${number}`, kind: 'group', canonicalText, statusIndex: null };
}
