import {
	and,
	asc,
	desc,
	eq,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	max,
	ne,
	or,
	sql,
	sum,
	type SQL
} from 'drizzle-orm';
import { newId } from '../../platform/ids.ts';
import { contains, inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { Answer } from '../queries.ts';
import { alikeAnswers, answers, attempts, itemCounted, itemFigures, itemRecounts } from '../tables.ts';
import type { Flag } from './judge.ts';
import type { FinishedAttempt } from './meetings.ts';

export type ItemRow = typeof itemFigures.$inferSelect;

/** What a list or a page needs of a row: all but the counters. */
const shown = {
	hash: itemFigures.hash,
	questionId: itemFigures.questionId,
	courseId: itemFigures.courseId,
	current: itemFigures.current,
	worst: itemFigures.worst,
	firstAt: itemFigures.firstAt,
	computedAt: itemFigures.computedAt,
	figures: itemFigures.figures
};
export type ShownRow = Pick<ItemRow, keyof typeof shown>;

/** From now on the attempts of these learners wait to be counted (again). */
export async function recountLater(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	await tx.insert(itemRecounts).values(learnerIds.map((learnerId) => ({ id: newId(), learnerId })));
}

/** Some of those who wait, the longest first. */
export function listWaiting(reader: Reader, limit: number) {
	return reader.select().from(itemRecounts).orderBy(asc(itemRecounts.id)).limit(limit);
}

export async function dropWaiting(tx: Writer, ids: readonly string[]): Promise<void> {
	await tx.delete(itemRecounts).where(inArray(itemRecounts.id, [...ids]));
}

const finishedColumns = {
	id: attempts.id,
	questions: attempts.questions,
	testId: attempts.testId,
	voidReason: attempts.voidReason,
	startedAt: attempts.startedAt,
	finishedAt: attempts.finishedAt
};

/** A learner's finished attempts in the order in which they were finished. */
export async function listFinished(reader: Reader, learnerId: string): Promise<FinishedAttempt[]> {
	const rows = await reader
		.select(finishedColumns)
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), isNotNull(attempts.finishedAt)))
		.orderBy(asc(attempts.finishedAt), asc(attempts.id));
	return rows.map((row) => ({ ...row, finishedAt: row.finishedAt ?? row.startedAt }));
}

/** The attempts that learners began within a span at one sitting or at none, and have finished without help; the first of each comes first. */
export function listBegun(
	reader: Reader,
	{ learnerIds, from, to, sittingId }: { learnerIds: readonly string[]; from: Date; to: Date; sittingId: string | null }
) {
	return reader
		.select({ id: attempts.id, learnerId: attempts.learnerId, questions: attempts.questions })
		.from(attempts)
		.where(
			and(
				inArray(attempts.learnerId, [...learnerIds]),
				sittingId === null ? isNull(attempts.sittingId) : eq(attempts.sittingId, sittingId),
				gte(attempts.startedAt, from),
				lte(attempts.startedAt, to),
				isNotNull(attempts.finishedAt),
				eq(attempts.helped, false),
				isNull(attempts.voidReason)
			)
		)
		.orderBy(asc(attempts.startedAt), asc(attempts.id));
}

export function listAnswersOf(reader: Reader, attemptIds: readonly string[]): Promise<Answer[]> {
	return reader
		.select()
		.from(answers)
		.where(inArray(answers.attemptId, [...attemptIds]));
}

/** Which questions of a learner's attempts are counted, by the attempt. */
export async function findCounted(reader: Reader, learnerId: string): Promise<Map<string, string[]>> {
	const rows = await reader
		.select({ id: itemCounted.attemptId, questionIds: itemCounted.questionIds })
		.from(itemCounted)
		.innerJoin(attempts, eq(attempts.id, itemCounted.attemptId))
		.where(eq(attempts.learnerId, learnerId));
	return new Map(rows.map(({ id, questionIds }) => [id, questionIds]));
}

export async function keepCounted(tx: Writer, attemptId: string, questionIds: string[]): Promise<void> {
	await tx
		.insert(itemCounted)
		.values({ attemptId, questionIds })
		.onConflictDoUpdate({ target: itemCounted.attemptId, set: { questionIds } });
}

export async function findItem(reader: Reader, hash: string): Promise<ItemRow | undefined> {
	const [row] = await reader.select().from(itemFigures).where(eq(itemFigures.hash, hash));
	return row;
}

export async function keepItem(tx: Writer, row: ItemRow): Promise<void> {
	await tx.insert(itemFigures).values(row).onConflictDoUpdate({ target: itemFigures.hash, set: row });
}

/** Rows whose figures were made under another release or long ago. */
export function listStale(
	reader: Reader,
	{ releaseId, before, limit }: { releaseId: string; before: Date; limit: number }
): Promise<ItemRow[]> {
	return reader
		.select()
		.from(itemFigures)
		.where(or(ne(itemFigures.releaseId, releaseId), lt(itemFigures.computedAt, before)))
		.limit(limit);
}

/** Up to when answers are in the figures; null before any are. */
export async function findComputedAt(reader: Reader): Promise<Date | null> {
	const [row] = await reader.select({ at: max(itemFigures.computedAt) }).from(itemFigures);
	return row?.at ?? null;
}

export async function findShown(reader: Reader, hash: string): Promise<ShownRow | undefined> {
	const [row] = await reader.select(shown).from(itemFigures).where(eq(itemFigures.hash, hash));
	return row;
}

/** Every version of a question that somebody has met. */
export function listVersions(reader: Reader, questionId: string): Promise<ShownRow[]> {
	return reader
		.select(shown)
		.from(itemFigures)
		.where(eq(itemFigures.questionId, questionId))
		.orderBy(desc(itemFigures.firstAt), asc(inByteOrder(itemFigures.hash)));
}

export interface ItemFilter {
	readonly courseId?: string | undefined;
	readonly flag?: Flag | undefined;
}

/** Versions in use, the worst first, after one that was shown. */
export function listWorst(
	reader: Reader,
	{ courseId, flag }: ItemFilter,
	{ after, limit }: { after: Pick<ShownRow, 'worst' | 'hash'> | undefined; limit: number }
): Promise<ShownRow[]> {
	return reader
		.select(shown)
		.from(itemFigures)
		.where(
			and(
				eq(itemFigures.current, true),
				courseId === undefined ? undefined : eq(itemFigures.courseId, courseId),
				flag === undefined ? undefined : contains(itemFigures.flags, ` ${flag} `),
				after && isBehind(after)
			)
		)
		.orderBy(desc(itemFigures.worst), asc(inByteOrder(itemFigures.hash)))
		.limit(limit);
}

function isBehind({ worst, hash }: Pick<ShownRow, 'worst' | 'hash'>): SQL | undefined {
	const sameButLater = and(eq(itemFigures.worst, worst), sql`${inByteOrder(itemFigures.hash)} > ${hash}`);
	return or(lt(itemFigures.worst, worst), sameButLater);
}

/** In how many alike pairs of sheets each of these versions stands. */
export async function countAlike(reader: Reader, hash: string): Promise<number> {
	const [row] = await reader
		.select({ pairs: sum(alikeAnswers.pairs).mapWith(Number) })
		.from(alikeAnswers)
		.where(eq(alikeAnswers.hash, hash));
	return row?.pairs ?? 0;
}

/** Puts what was found of a sitting in the place of what was found before; returns the versions it is about. */
export async function replaceAlike(
	tx: Writer,
	sittingId: string,
	pairs: ReadonlyMap<string, number>
): Promise<string[]> {
	const gone = await tx
		.delete(alikeAnswers)
		.where(eq(alikeAnswers.sittingId, sittingId))
		.returning({ hash: alikeAnswers.hash });
	if (pairs.size > 0)
		await tx.insert(alikeAnswers).values([...pairs].map(([hash, count]) => ({ sittingId, hash, pairs: count })));
	return [...new Set([...gone.map(({ hash }) => hash), ...pairs.keys()])];
}
