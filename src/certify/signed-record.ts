import { findVouched } from '../identity/index.ts';
import { newId } from '../platform/ids.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { canonicalText, type Statement } from './canonical-text.ts';
import type { CertifyHouse } from './certify-house.ts';
import { freeIndex } from './credential/status-list.ts';
import type { Given } from './given.ts';
import type { StoredRecord } from './queries.ts';
import { newRecordCode } from './record-code.ts';
import { wrongName } from './refusals.ts';
import type { SigningKey } from './signer.ts';

/** Whose name it is that stands on a record. */
export type Naming = Pick<Statement, 'name' | 'nameChecked' | 'simulated'>;

/**
 * The name as it may stand on a record of this learner: where an identity was checked for her only that one's, otherwise
 * her own word. Refuses another with `certify.wrong-name`.
 */
export async function namingOf(tx: Writer, learnerId: string, name: string): Promise<Naming> {
	const vouched = await findVouched(tx, learnerId);
	if (vouched.name !== null && vouched.name !== name)
		throw wrongName({ fields: [{ field: 'name', code: 'certify.name-of-identity' }] });
	return { name, nameChecked: vouched.name !== null, simulated: vouched.simulated };
}

interface Signing {
	given: Omit<Given, 'before'>;
	naming: Naming;
	key: SigningKey;
	/** The code of the record whose place it takes. */
	replaces: string | null;
}

/** A new record: its row, its signed text and its signature. */
export async function signedRecord(
	{ clock, config }: Pick<CertifyHouse, 'clock' | 'config'>,
	tx: Writer,
	{ given, naming, key, replaces }: Signing
): Promise<StoredRecord> {
	const { attemptId, learnerId, ...said } = given;
	const statement = {
		...said,
		...naming,
		code: newRecordCode(),
		issuedAt: clock.now(),
		keyId: key.id,
		statusIndex: await freeIndex(tx),
		replaces
	} satisfies Statement;
	const text = canonicalText(statement, config.originGiven ? config.origin : undefined);
	return {
		...statement,
		...{ id: newId(), learnerId, attemptId },
		canonicalText: text,
		signature: key.sign(text),
		...{ replacedBy: null, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null }
	};
}
