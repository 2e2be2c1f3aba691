import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { learnersWithin, type Reach } from '../../identity/index.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { elsewhereResults } from './tables.ts';

export type Result = typeof elsewhereResults.$inferSelect;

/** So many values one statement carries at most. */
const portion = 200;

export async function addResults(tx: Writer, results: readonly Result[]): Promise<void> {
	for (let start = 0; start < results.length; start += 50)
		await tx.insert(elsewhereResults).values(results.slice(start, start + 50));
}

/** Everything that was entered for these people, also what they took away. */
export async function listResultsOf(reader: Reader, learnerIds: readonly string[]): Promise<Result[]> {
	const found: Result[] = [];
	for (let start = 0; start < learnerIds.length; start += portion)
		found.push(
			...(await reader
				.select()
				.from(elsewhereResults)
				.where(inArray(elsewhereResults.learnerId, learnerIds.slice(start, start + portion)))
				.orderBy(desc(elsewhereResults.day), desc(elsewhereResults.id)))
		);
	return found;
}

export interface ResultFilter {
	/** Only what came in together. */
	batchId: string | null;
	/** Only what was entered before this one. */
	after: string | null;
	limit: number;
}

/** What was entered for people within reach and they did not take away, the last first. */
export function listWithin(reader: Reader, reach: Reach, { batchId, after, limit }: ResultFilter): Promise<Result[]> {
	const { id } = elsewhereResults;
	return reader
		.select()
		.from(elsewhereResults)
		.where(
			and(
				isNull(elsewhereResults.takenAt),
				inArray(elsewhereResults.learnerId, learnersWithin(reader, reach)),
				batchId === null ? undefined : eq(elsewhereResults.batchId, batchId),
				after === null ? undefined : lt(id, after)
			)
		)
		.orderBy(desc(id))
		.limit(limit);
}

export async function dropResults(tx: Writer, ids: readonly string[]): Promise<void> {
	for (let start = 0; start < ids.length; start += portion)
		await tx.delete(elsewhereResults).where(inArray(elsewhereResults.id, ids.slice(start, start + portion)));
}

/** Leaves nothing of what it says but the key. */
export async function blankResult(tx: Writer, id: string, takenAt: Date): Promise<void> {
	const nothing = { platformName: '', what: '', evidence: '', source: '' };
	await tx
		.update(elsewhereResults)
		.set({ ...nothing, takenAt })
		.where(eq(elsewhereResults.id, id));
}

/** What was entered for one learner is another's from now on; the ids of it, by which it can go back. */
export async function giveResults(tx: Writer, { from, into }: { from: string; into: string }): Promise<string[]> {
	const moved = await tx
		.select({ id: elsewhereResults.id })
		.from(elsewhereResults)
		.where(eq(elsewhereResults.learnerId, from));
	await tx.update(elsewhereResults).set({ learnerId: into }).where(eq(elsewhereResults.learnerId, from));
	return moved.map(({ id }) => id);
}

/** What was given to somebody else is this learner's again. */
export async function giveResultsBack(tx: Writer, ids: readonly string[], learnerId: string): Promise<void> {
	for (let start = 0; start < ids.length; start += portion)
		await tx
			.update(elsewhereResults)
			.set({ learnerId })
			.where(inArray(elsewhereResults.id, ids.slice(start, start + portion)));
}

export async function dropResultsOf(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	if (learnerIds.length > 0)
		await tx.delete(elsewhereResults).where(inArray(elsewhereResults.learnerId, [...learnerIds]));
}
