import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { recognisedNames } from '../tables.ts';

export type RecognisedRow = typeof recognisedNames.$inferSelect;

export async function addRecognised(tx: Writer, row: RecognisedRow): Promise<void> {
	await tx.insert(recognisedNames).values(row);
}

/** The names of a session whose owners were said after this time, the latest first. */
export function listRecognised(reader: Reader, sessionId: string, after: Date): Promise<RecognisedRow[]> {
	return reader
		.select()
		.from(recognisedNames)
		.where(and(eq(recognisedNames.sessionId, sessionId), gt(recognisedNames.saidAt, after)))
		.orderBy(desc(recognisedNames.saidAt), desc(recognisedNames.id));
}

export async function dropRecognised(tx: Writer, ids: string[]): Promise<void> {
	await tx.delete(recognisedNames).where(inArray(recognisedNames.id, ids));
}

/** What was said of a learner's names is forgotten: it can no longer be taken back. */
export async function forgetNamesOf(tx: Writer, learnerId: string): Promise<void> {
	await tx.delete(recognisedNames).where(eq(recognisedNames.learnerId, learnerId));
}

/** Names said to be one learner's are the other's, who goes on in her place. */
export async function handNames(
	tx: Writer,
	{ fromLearnerId, intoLearnerId }: { fromLearnerId: string; intoLearnerId: string }
): Promise<void> {
	await tx
		.update(recognisedNames)
		.set({ learnerId: intoLearnerId })
		.where(eq(recognisedNames.learnerId, fromLearnerId));
}

/** Which names were said to be a learner's. */
export async function listNameIdsOf(reader: Reader, learnerId: string): Promise<string[]> {
	const rows = await reader
		.select({ id: recognisedNames.id })
		.from(recognisedNames)
		.where(eq(recognisedNames.learnerId, learnerId));
	return rows.map(({ id }) => id);
}

/** These names are said to be this learner's. */
export async function giveNames(tx: Writer, ids: string[], learnerId: string): Promise<void> {
	if (ids.length > 0) await tx.update(recognisedNames).set({ learnerId }).where(inArray(recognisedNames.id, ids));
}

export async function listOlder(reader: Reader, asOf: Date, limit: number): Promise<string[]> {
	const rows = await reader
		.select({ id: recognisedNames.id })
		.from(recognisedNames)
		.where(lte(recognisedNames.saidAt, asOf))
		.orderBy(asc(recognisedNames.saidAt))
		.limit(limit);
	return rows.map(({ id }) => id);
}
