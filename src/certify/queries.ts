import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, max, ne } from 'drizzle-orm';
import { prepared, type Named } from '../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { completionRecords, recordOffers, recordShares } from './tables.ts';

export type StoredRecord = typeof completionRecords.$inferSelect;
export type StoredOffer = typeof recordOffers.$inferSelect;

const most = 100;

/** Records that count and that this key signed, in the order in which they were issued. */
export async function listCountingBy(
	reader: Reader,
	{ keyId, after, limit }: { keyId: string; after: string; limit: number }
): Promise<StoredRecord[]> {
	const { id, withdrawnAt, ...row } = completionRecords;
	return reader
		.select()
		.from(completionRecords)
		.where(and(gt(id, after), eq(row.keyId, keyId), isNull(withdrawnAt)))
		.orderBy(asc(id))
		.limit(limit);
}

export async function findRecord(reader: Reader, code: string): Promise<StoredRecord | undefined> {
	const [record] = await reader.select().from(completionRecords).where(eq(completionRecords.code, code));
	return record;
}

/** The records that go by these codes, in one query. */
export async function findRecordsByCode(reader: Reader, codes: readonly string[]): Promise<StoredRecord[]> {
	if (codes.length === 0) return [];
	return reader
		.select()
		.from(completionRecords)
		.where(inArray(completionRecords.code, [...codes]));
}

/** The record that was given for this attempt; of those whose name was put right, the last. */
export async function findGiven(
	reader: Reader,
	{ attemptId, kind, courseId }: Pick<StoredRecord, 'attemptId' | 'kind' | 'courseId'>
): Promise<StoredRecord | undefined> {
	const { replacedBy, ...row } = completionRecords;
	const [record] = await reader
		.select()
		.from(completionRecords)
		.where(and(eq(row.attemptId, attemptId), eq(row.kind, kind), eq(row.courseId, courseId), isNull(replacedBy)));
	return record;
}

/** The record that counts which a learner holds by a rule. */
export async function findHeldByRule(
	reader: Reader,
	learnerId: string,
	ruleId: string
): Promise<StoredRecord | undefined> {
	const { kind, courseId, withdrawnAt, issuedAt, ...row } = completionRecords;
	const [record] = await reader
		.select()
		.from(completionRecords)
		.where(and(eq(row.learnerId, learnerId), eq(courseId, ruleId), ne(kind, 'course'), isNull(withdrawnAt)))
		.orderBy(desc(issuedAt))
		.limit(1);
	return record;
}

/** What a learner held by rules and was withdrawn: which rule, and the attempt that decided. */
export async function findWithdrawnByRule(
	reader: Reader,
	learnerId: string
): Promise<Pick<StoredRecord, 'attemptId' | 'courseId'>[]> {
	const { attemptId, courseId, kind, withdrawnAt, replacedBy, ...row } = completionRecords;
	return reader
		.select({ attemptId, courseId })
		.from(completionRecords)
		.where(and(eq(row.learnerId, learnerId), ne(kind, 'course'), isNotNull(withdrawnAt), isNull(replacedBy)));
}

/** A learner's records, newest first. */
export async function findRecordsOf(reader: Reader, learnerId: string): Promise<StoredRecord[]> {
	return recordsOf(reader, { learnerId });
}

const recordsOf = prepared('certify.records-of', (reader: Reader, value: Named<'learnerId'>) =>
	reader
		.select()
		.from(completionRecords)
		.where(eq(completionRecords.learnerId, value('learnerId')))
		.orderBy(desc(completionRecords.issuedAt), desc(completionRecords.id))
		.limit(most)
);

/** The ids of the courses that a learner holds records of. */
export async function findCoursesWithRecord(reader: Reader, learnerId: string): Promise<Set<string>> {
	const rows = await coursesOf(reader, { learnerId });
	return new Set(rows.map((row) => row.courseId));
}

const coursesOf = prepared('certify.courses-with-record', (reader: Reader, value: Named<'learnerId'>) =>
	reader
		.selectDistinct({ courseId: completionRecords.courseId })
		.from(completionRecords)
		.where(and(eq(completionRecords.learnerId, value('learnerId')), eq(completionRecords.kind, 'course')))
);

export async function insertRecord(tx: Writer, record: StoredRecord): Promise<void> {
	await tx.insert(completionRecords).values(record);
}

export async function isIndexTaken(reader: Reader, statusIndex: number): Promise<boolean> {
	const [taken] = await reader
		.select({ id: completionRecords.id })
		.from(completionRecords)
		.where(eq(completionRecords.statusIndex, statusIndex));
	return taken !== undefined;
}

/** Gives a record its place in the lists unless it has one, and returns the one it has. */
export async function setStatusIndex(tx: Writer, id: string, statusIndex: number): Promise<number> {
	const unplaced = and(eq(completionRecords.id, id), isNull(completionRecords.statusIndex));
	await tx.update(completionRecords).set({ statusIndex }).where(unplaced);
	const [placed] = await tx
		.select({ statusIndex: completionRecords.statusIndex })
		.from(completionRecords)
		.where(eq(completionRecords.id, id));
	return placed?.statusIndex ?? statusIndex;
}

/** The last place in the lists that any record has; null where there are none. */
export async function findLastIndex(reader: Reader): Promise<number | null> {
	const [row] = await reader.select({ last: max(completionRecords.statusIndex) }).from(completionRecords);
	return row?.last ?? null;
}

/** The places of withdrawn records, from one to before another. */
export async function listWithdrawnIn(
	reader: Reader,
	{ from, until }: { from: number; until: number }
): Promise<number[]> {
	const { statusIndex, withdrawnAt } = completionRecords;
	const rows = await reader
		.select({ statusIndex })
		.from(completionRecords)
		.where(and(isNotNull(withdrawnAt), gte(statusIndex, from), lt(statusIndex, until)));
	return rows.flatMap((row) => row.statusIndex ?? []);
}

/** How many records stand in the lists as withdrawn. They only ever become more, so the same number says: the same lists. */
export async function countListed(reader: Reader): Promise<number> {
	const { statusIndex, withdrawnAt } = completionRecords;
	return reader.$count(completionRecords, and(isNotNull(withdrawnAt), isNotNull(statusIndex)));
}

export async function markWithdrawn(
	tx: Writer,
	{ id, ...withdrawal }: Pick<StoredRecord, 'id' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>
): Promise<void> {
	await tx.update(completionRecords).set(withdrawal).where(eq(completionRecords.id, id));
}

/** Says of a record that another took its place; with a reason where it was not the name that was put right. */
export async function markReplaced(
	tx: Writer,
	{ old, by, at, reason = null }: { old: Pick<StoredRecord, 'id'>; by: string; at: Date; reason?: string | null }
): Promise<void> {
	const ended = { replacedBy: by, withdrawnAt: at, withdrawnReason: reason };
	await tx.update(completionRecords).set(ended).where(eq(completionRecords.id, old.id));
}

/** The records of a learner that still count. */
export async function findCounting(reader: Reader, learnerId: string): Promise<StoredRecord[]> {
	const { withdrawnAt, ...row } = completionRecords;
	return reader
		.select()
		.from(completionRecords)
		.where(and(eq(row.learnerId, learnerId), isNull(withdrawnAt)));
}

/** How often the name on what was given here has been put right. */
export async function countReplaced(
	reader: Reader,
	{ attemptId, kind, courseId }: Pick<StoredRecord, 'attemptId' | 'kind' | 'courseId'>
): Promise<number> {
	const { replacedBy, withdrawnReason, ...row } = completionRecords;
	const given = and(eq(row.attemptId, attemptId), eq(row.kind, kind), eq(row.courseId, courseId));
	const [counted] = await reader
		.select({ count: count() })
		.from(completionRecords)
		.where(and(given, isNotNull(replacedBy), isNull(withdrawnReason)));
	return counted?.count ?? 0;
}

/** Makes the offer unless there is one for this attempt. */
export async function ensureOffer(tx: Writer, offer: Omit<StoredOffer, 'recordCode'>): Promise<void> {
	await tx.insert(recordOffers).values(offer).onConflictDoNothing();
}

/** Notes the record that came of an offer. */
export async function markCollected(tx: Writer, { attemptId, recordCode }: { attemptId: string; recordCode: string }) {
	await tx.update(recordOffers).set({ recordCode }).where(eq(recordOffers.attemptId, attemptId));
}

/** What a learner can still collect, newest first. */
export async function findOpenOffers(reader: Reader, learnerId: string): Promise<StoredOffer[]> {
	return openOffers(reader, { learnerId });
}

const openOffers = prepared('certify.open-offers', (reader: Reader, value: Named<'learnerId'>) =>
	reader
		.select()
		.from(recordOffers)
		.where(and(eq(recordOffers.learnerId, value('learnerId')), isNull(recordOffers.recordCode)))
		.orderBy(desc(recordOffers.createdAt), desc(recordOffers.attemptId))
		.limit(most)
);

/** Gives everything one learner holds to another. */
export async function moveToLearner(tx: Writer, { from, into }: { from: string; into: string }): Promise<void> {
	await tx.update(completionRecords).set({ learnerId: into }).where(eq(completionRecords.learnerId, from));
	await tx.update(recordOffers).set({ learnerId: into }).where(eq(recordOffers.learnerId, from));
	await tx.update(recordShares).set({ learnerId: into }).where(eq(recordShares.learnerId, from));
}

/** What came of these attempts is this learner's: records, and offers of them. */
export async function moveRecordsOf(tx: Writer, attemptIds: string[], learnerId: string): Promise<void> {
	if (attemptIds.length === 0) return;
	await tx.update(completionRecords).set({ learnerId }).where(inArray(completionRecords.attemptId, attemptIds));
	await tx.update(recordOffers).set({ learnerId }).where(inArray(recordOffers.attemptId, attemptIds));
}
