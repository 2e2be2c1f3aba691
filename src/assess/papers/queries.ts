import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { Attempt } from '../queries.ts';
import { supervisors } from '../sittings/supervisors.ts';
import { attempts, papers, paperVersions } from '../tables.ts';

export type PaperRow = typeof papers.$inferSelect;
export type VersionRow = typeof paperVersions.$inferSelect;

const mostListed = 50;

export async function addPaper(tx: Writer, paper: PaperRow, versions: readonly VersionRow[]): Promise<void> {
	await tx.insert(papers).values(paper);
	await tx.insert(paperVersions).values([...versions]);
}

/** A paper within the actor's places; undefined for any other. */
export async function findPaper(reader: Reader, actor: Actor, id: string): Promise<PaperRow | undefined> {
	const within = withinGrants(actor, supervisors, papers.placePath);
	const [row] = await reader
		.select()
		.from(papers)
		.where(and(eq(papers.id, id), within));
	return row;
}

/** The versions of these papers, in their order. */
export async function listVersions(reader: Reader, paperIds: readonly string[]): Promise<VersionRow[]> {
	if (paperIds.length === 0) return [];
	return reader
		.select()
		.from(paperVersions)
		.where(inArray(paperVersions.paperId, [...paperIds]))
		.orderBy(asc(paperVersions.paperId), asc(paperVersions.number));
}

/** The latest papers within the actor's places; with a code the one that carries it. */
export async function listPaperRows(reader: Reader, actor: Actor, code: string | undefined): Promise<PaperRow[]> {
	const within = withinGrants(actor, supervisors, papers.placePath);
	if (code === undefined)
		return reader.select().from(papers).where(within).orderBy(desc(papers.madeAt), desc(papers.id)).limit(mostListed);
	const [version] = await reader.select().from(paperVersions).where(eq(paperVersions.code, code));
	if (!version) return [];
	return reader
		.select()
		.from(papers)
		.where(and(eq(papers.id, version.paperId), within));
}

/** Every sheet that was typed in with one of these codes, in the order in which that was done. */
export async function listSheets(reader: Reader, codes: readonly string[]): Promise<Attempt[]> {
	if (codes.length === 0) return [];
	return reader
		.select()
		.from(attempts)
		.where(inArray(attempts.paperCode, [...codes]))
		.orderBy(asc(attempts.startedAt), asc(attempts.id));
}
