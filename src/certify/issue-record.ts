import type { Actor } from '../platform/actor.ts';
import { isUniqueViolation } from '../platform/persistence/dialect.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { CertifyHouse } from './certify-house.ts';
import { confirmedName } from './confirmed-name.ts';
import { givenForCourse } from './given.ts';
import { givenByRule } from './kinds/given-by-rule.ts';
import { offerRecord } from './offer-record.ts';
import { insertRecord, markCollected } from './queries.ts';
import { alreadyIssued, noSigningKey, wrongName } from './refusals.ts';
import type { NewRecord, RecordView } from './schemas.ts';
import { requestConfirmation } from './register/request-confirmation.ts';
import { namingOf, signedRecord } from './signed-record.ts';
import type { SigningKey } from './signer.ts';
import { recordView } from './views.ts';

export interface Issued {
	record: RecordView;
	/** False where the same request had been answered before: it is the same record. */
	created: boolean;
}

/**
 * Issues the record of a quiz the actor has passed, or by a rule she has met, under the name as she confirms it. Asking again gives
 * the same record; asking with another name changes nothing, because what is signed stays signed. Where an identity was
 * checked for her, the name is the identity's; otherwise it is her own word. The record says which.
 */
export async function issueRecord(house: CertifyHouse, actor: Actor, input: NewRecord): Promise<Issued> {
	const confirmed = confirmedName(input.name);
	if ('fault' in confirmed) throw wrongName({ fields: [{ field: 'name', code: confirmed.fault }] });
	const request = { ...input, name: confirmed.name };
	const key = await house.signer.current();
	const work = (tx: Writer) => issueOnce(house, tx, { actor, request, key });
	try {
		return await house.store.transact(work);
	} catch (error) {
		// PostgreSQL may say of two requests at once that the record exists, rather than that they conflict.
		if (!isUniqueViolation(error)) throw error;
		return house.store.transact(work);
	}
}

interface Asked {
	actor: Actor;
	request: NewRecord;
	key: SigningKey | null;
}

async function issueOnce(house: CertifyHouse, tx: Writer, { actor, request, key }: Asked): Promise<Issued> {
	const { attemptId, rule, name } = request;
	const { before, ...given } =
		rule === undefined
			? await givenForCourse(house, tx, { actor, attemptId })
			: await givenByRule(house, tx, { actor, rule });
	if (before) {
		if (before.name !== name) throw alreadyIssued();
		return { record: recordView(house.config, before), created: false };
	}
	if (!key) throw noSigningKey();

	const naming = await namingOf(tx, given.learnerId, name);
	const record = await signedRecord(house, tx, { given, naming, key, replaces: null });
	await insertRecord(tx, record);
	if (given.kind === 'group') await requestConfirmation(tx, house, record);
	if (given.kind === 'course') {
		const { learnerId, courseId } = given;
		await offerRecord(tx, { id: given.attemptId, learnerId, courseId }, record.issuedAt);
		await markCollected(tx, { attemptId: given.attemptId, recordCode: record.code });
	}
	await house.facts.record(tx, 'certify.issued', { recordId: record.id, attemptId: given.attemptId });
	return { record: recordView(house.config, record), created: true };
}
