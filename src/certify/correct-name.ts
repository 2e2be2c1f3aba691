import type { Actor } from '../platform/actor.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { CertifyHouse } from './certify-house.ts';
import { confirmedName } from './confirmed-name.ts';
import { countReplaced, findRecord, insertRecord, markReplaced, type StoredRecord } from './queries.ts';
import { readRecordCode } from './record-code.ts';
import {
	mistypedCode,
	noSigningKey,
	noSuchRecord,
	notCorrectable,
	sameName,
	tooManyCorrections,
	wrongName
} from './refusals.ts';
import type { RecordView } from './schemas.ts';
import { requestConfirmation } from './register/request-confirmation.ts';
import { namingOf, signedRecord } from './signed-record.ts';
import { recordView } from './views.ts';

/** A name is put right, not passed on from one person to the next. */
const mostCorrections = 3;

/**
 * Puts the name on a record right: what was signed stays as it was but counts no longer, and points to a new record that
 * says the same under the right name. Only for who holds it; a checked identity's name is the only right one.
 */
export async function correctName(
	house: CertifyHouse,
	actor: Actor,
	input: { code: string; name: string }
): Promise<RecordView> {
	const code = readRecordCode(input.code);
	if (code === null) throw mistypedCode();
	const confirmed = confirmedName(input.name);
	if ('fault' in confirmed) throw wrongName({ fields: [{ field: 'name', code: confirmed.fault }] });
	const key = await house.signer.current();
	if (!key) throw noSigningKey();
	return house.store.transact(async (tx) => {
		const old = await getCorrectable(tx, actor, code);
		const naming = await namingOf(tx, old.learnerId, confirmed.name);
		if (naming.name === old.name && naming.nameChecked === (old.nameChecked === true))
			throw sameName({ fields: [{ field: 'name', code: 'certify.same-name' }] });
		const made = await signedRecord(house, tx, { given: old, naming, key, replaces: old.code });
		await markReplaced(tx, { old, by: made.code, at: made.issuedAt });
		await insertRecord(tx, made);
		if (made.kind === 'group') await requestConfirmation(tx, house, made);
		await house.facts.record(tx, 'certify.replaced', { recordId: old.id, by: made.id });
		return recordView(house.config, made);
	});
}

async function getCorrectable(tx: Writer, actor: Actor, code: string): Promise<StoredRecord> {
	const record = await findRecord(tx, code);
	if (!record || record.learnerId !== actor.learnerId) throw noSuchRecord();
	if (record.withdrawnAt) throw notCorrectable();
	if ((await countReplaced(tx, record)) >= mostCorrections) throw tooManyCorrections();
	return record;
}
