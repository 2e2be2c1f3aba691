import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { asItCame } from '../../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { answers, attempts, itemParameters } from '../tables.ts';

type ParameterRow = typeof itemParameters.$inferSelect;

/** What answers say of a version: on the scale, not in the thousandths in which it is kept. */
export interface Found {
	readonly hash: string;
	readonly a: number;
	readonly b: number;
	readonly aError: number | null;
	readonly bError: number;
	readonly answers: number;
}

/** The newest calibration that found anything. */
export async function findNewestRun(reader: Reader): Promise<string | null> {
	const [row] = await reader
		.select({ runId: itemParameters.runId })
		.from(itemParameters)
		.orderBy(desc(itemParameters.runId))
		.limit(1);
	return row?.runId ?? null;
}

export async function listFound(reader: Reader): Promise<Found[]> {
	return (await reader.select().from(itemParameters)).map(onScale);
}

/** What is known of some versions, by their hash. */
export async function findFound(reader: Reader, hashes: readonly string[]): Promise<Map<string, Found>> {
	const rows = await reader
		.select()
		.from(itemParameters)
		.where(inArray(itemParameters.hash, [...hashes]));
	return new Map(rows.map((row) => [row.hash, onScale(row)]));
}

const atOnce = 100;

/** Puts what a calibration found in the place of what was known of the same versions. */
export async function keepFound(
	tx: Writer,
	found: readonly Found[],
	run: Pick<ParameterRow, 'runId' | 'calibratedAt'>
): Promise<void> {
	for (let from = 0; from < found.length; from += atOnce)
		await tx
			.insert(itemParameters)
			.values(found.slice(from, from + atOnce).map((each) => ({ ...inThousandths(each), ...run })))
			.onConflictDoUpdate({ target: itemParameters.hash, set: asItCame(itemParameters) });
}

function onScale({ hash, a, b, aError, bError, answers: count }: ParameterRow): Found {
	return {
		...{ hash, a: a / 1000, b: b / 1000, bError: bError / 1000, answers: count },
		aError: aError === null ? null : aError / 1000
	};
}

function inThousandths({ hash, a, b, aError, bError, answers: count }: Found) {
	const whole = (value: number) => Math.round(value * 1000);
	return {
		...{ hash, a: whole(a), b: whole(b), bError: whole(bError), answers: count },
		aError: aError === null ? null : whole(aError)
	};
}

/** Some learners with attempts, in an order that the index has (which one is all the same), after one of them. */
export async function listTakers(
	reader: Reader,
	{ after, limit }: { after: string | null; limit: number }
): Promise<string[]> {
	const rows = await reader
		.selectDistinct({ id: attempts.learnerId })
		.from(attempts)
		.where(after === null ? undefined : gt(attempts.learnerId, after))
		.orderBy(asc(attempts.learnerId))
		.limit(limit);
	return rows.map(({ id }) => id);
}

const thatCount = (learnerIds: readonly string[]) =>
	and(inArray(attempts.learnerId, [...learnerIds]), isNotNull(attempts.finishedAt), isNull(attempts.voidReason));

/** Whose the finished attempts of some learners are, and what was drawn for them; not those declared void. */
export function listAttemptsThatCount(reader: Reader, learnerIds: readonly string[]) {
	return reader
		.select({ id: attempts.id, learnerId: attempts.learnerId, questions: attempts.questions })
		.from(attempts)
		.where(thatCount(learnerIds));
}

/** What was answered in them, in the order in which it was answered. */
export function listAnswersThatCount(reader: Reader, learnerIds: readonly string[]) {
	return reader
		.select({ attemptId: answers.attemptId, questionId: answers.questionId, correct: answers.correct })
		.from(answers)
		.innerJoin(attempts, eq(attempts.id, answers.attemptId))
		.where(thatCount(learnerIds))
		.orderBy(asc(answers.answeredAt), asc(answers.attemptId), asc(answers.questionId));
}
