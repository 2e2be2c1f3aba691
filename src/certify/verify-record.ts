import type { House } from '../platform/house.ts';
import { saysTheSame } from './canonical-text.ts';
import { isSignedBy, keyIdOf } from './keys.ts';
import { maskedName } from './masked-name.ts';
import { findKey, type StoredKey } from './key-queries.ts';
import { findRecord, type StoredRecord } from './queries.ts';
import { readRecordCode } from './record-code.ts';
import type { Verification } from './schemas.ts';
import { standingOf, waysOf } from './views.ts';

/**
 * Says of a code what anyone may know: whether a record goes by it and still counts. The signature is checked at every
 * call, and that the row says what was signed; of a record that fails, nothing it claims is passed on.
 */
export async function verifyRecord(house: Pick<House, 'store' | 'log'>, typed: string): Promise<Verification> {
	const code = readRecordCode(typed);
	if (code === null) return { status: 'mistyped' };
	const record = await findRecord(house.store.read, code);
	if (!record) return { status: 'unknown', code };
	return verificationOf(house, record, await findKey(house.store.read, record.keyId));
}

/** What anyone may know of a record, given the key that its row names. */
export function verificationOf(
	house: Pick<House, 'log'>,
	record: StoredRecord,
	key: StoredKey | undefined
): Verification {
	const { code } = record;
	if (!isGenuine(record, key)) {
		house.log.error(
			{ recordId: record.id, keyId: record.keyId },
			'a record does not match its signature: it was altered, or its key was'
		);
		return { status: 'invalid', code, signature: { keyId: record.keyId, valid: false } };
	}
	return {
		...standingOf(record),
		code,
		kind: record.kind,
		maskedName: maskedName(record.name),
		courseTitle: record.courseTitle,
		issuedAt: record.issuedAt.toISOString(),
		nameChecked: record.nameChecked === true,
		simulated: record.simulated,
		how: waysOf(record),
		signature: { keyId: record.keyId, valid: true }
	};
}

/** Whether the key is what its id says, signed this very text, and the text says what the row says. */
function isGenuine(record: StoredRecord, key: StoredKey | undefined): boolean {
	if (!key || keyIdOf(key.publicKey) !== record.keyId) return false;
	return isSignedBy(key.publicKey, record.canonicalText, record.signature) && saysTheSame(record.canonicalText, record);
}
