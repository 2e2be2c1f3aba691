import { findPassedAttempt } from '../assess/index.ts';
import { findVouched } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { newId } from '../platform/ids.ts';
import { isUniqueViolation } from '../platform/persistence/dialect.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { canonicalText, type Statement } from './canonical-text.ts';
import type { CertifyHouse } from './certify-house.ts';
import { confirmedName } from './confirmed-name.ts';
import { courseText } from './course-text.ts';
import { freeIndex } from './credential/status-list.ts';
import { offerRecord } from './offer-record.ts';
import { findGiven, insertRecord, markCollected, type StoredRecord } from './queries.ts';
import { newRecordCode } from './record-code.ts';
import { alreadyIssued, noPassedAttempt, noSigningKey, wrongName } from './refusals.ts';
import type { NewRecord, RecordView } from './schemas.ts';
import type { SigningKey } from './signer.ts';
import { recordView } from './views.ts';

type PassedAttempt = NonNullable<Awaited<ReturnType<typeof findPassedAttempt>>>;

export interface Issued {
	record: RecordView;
	/** False where the same request had been answered before: it is the same record. */
	created: boolean;
}

/**
 * Issues the completion record of a quiz the actor has passed, under the name as she confirms it. Asking again gives
 * the same record; asking with another name changes nothing, because what is signed stays signed. Where an identity was
 * checked for her, the name is the identity's; otherwise it is her own word. The record says which.
 */
export async function issueRecord(house: CertifyHouse, actor: Actor, input: NewRecord): Promise<Issued> {
	const confirmed = confirmedName(input.name);
	if ('fault' in confirmed) throw wrongName({ fields: [{ field: 'name', code: confirmed.fault }] });
	const request = { attemptId: input.attemptId, name: confirmed.name };
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
	const attempt = await findPassedAttempt(tx, request.attemptId);
	if (!attempt || attempt.learnerId !== actor.learnerId) throw noPassedAttempt();
	const existing = await findGiven(tx, { attemptId: attempt.id, kind: 'course', courseId: attempt.courseId });
	if (existing) {
		if (existing.name !== request.name) throw alreadyIssued();
		return { record: recordView(house.config, existing), created: false };
	}
	if (!key) throw noSigningKey();

	const vouched = await findVouched(tx, attempt.learnerId);
	if (vouched.name !== null && vouched.name !== request.name)
		throw wrongName({ fields: [{ field: 'name', code: 'certify.name-of-identity' }] });
	const naming = { name: request.name, nameChecked: vouched.name !== null, simulated: vouched.simulated };
	const record = await recordFor(house, tx, { attempt, naming, key });
	await insertRecord(tx, record);
	await offerRecord(tx, attempt, record.issuedAt);
	await markCollected(tx, { attemptId: attempt.id, recordCode: record.code });
	await house.facts.record(tx, 'certify.issued', { recordId: record.id, attemptId: attempt.id });
	return { record: recordView(house.config, record), created: true };
}

type Naming = Pick<Statement, 'name' | 'nameChecked' | 'simulated'>;

/** The row, its signed text and its signature. */
async function recordFor(
	{ catalog, clock, config }: CertifyHouse,
	tx: Writer,
	{ attempt, naming, key }: { attempt: PassedAttempt; naming: Naming; key: SigningKey }
): Promise<StoredRecord> {
	const course = await courseText(catalog, tx, attempt);
	const statement: Statement = {
		code: newRecordCode(),
		...naming,
		kind: 'course',
		courseId: attempt.courseId,
		courseVersion: attempt.courseVersion,
		courseHash: attempt.courseHash,
		courseTitle: course.title,
		skills: course.skills,
		score: attempt.score,
		total: attempt.total,
		passPercent: attempt.passPercent,
		completedAt: attempt.finishedAt,
		issuedAt: clock.now(),
		keyId: key.id,
		helped: attempt.helped,
		assurance: attempt.assurance,
		statusIndex: await freeIndex(tx),
		replaces: null
	};
	const text = canonicalText(statement, config.originGiven ? config.origin : undefined);
	return {
		...statement,
		skills: course.skills,
		id: newId(),
		learnerId: attempt.learnerId,
		attemptId: attempt.id,
		canonicalText: text,
		signature: key.sign(text),
		replacedBy: null,
		withdrawnAt: null,
		withdrawnBy: null,
		withdrawnReason: null
	};
}
