import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import { unindexed } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { readers } from '../assign-house.ts';
import { assignmentDeadlines, assignmentItems, assignments, assignmentTargets, duties } from './tables.ts';

export type AssignmentRow = typeof assignments.$inferSelect;
export type ItemRow = typeof assignmentItems.$inferSelect;
export type TargetRow = typeof assignmentTargets.$inferSelect;
export type DeadlineRow = typeof assignmentDeadlines.$inferSelect;

/** Every path that leads to this one, itself too. */
function pathsTo(path: string): string[] {
	const codes = path.split('/').filter(Boolean);
	return ['/', ...codes.map((_, depth) => `/${codes.slice(0, depth + 1).join('/')}/`)];
}

/** Asked in the name of a place of the actor's, or, once it is sent, of whoever belongs to one. */
function seenBy(reader: Reader, actor: Actor): SQL | undefined {
	const held = actor.grants.filter(({ role }) => (readers as readonly string[]).includes(role));
	const above = [...new Set(held.flatMap(({ placePath }) => pathsTo(placePath)))];
	const aimed = reader
		.select({ one: sql`1` })
		.from(assignmentTargets)
		.where(
			and(
				eq(assignmentTargets.assignmentId, assignments.id),
				or(
					above.length ? inArray(assignmentTargets.placePath, above) : undefined,
					withinGrants(actor, readers, assignmentTargets.placePath)
				)
			)
		);
	const sent = inArray(assignments.state, ['sending', 'sent', 'withdrawn']);
	return or(withinGrants(actor, readers, assignments.placePath), and(sent, exists(aimed)));
}

/** An assignment that the actor may see; undefined for any other. */
export async function findAssignment(reader: Reader, actor: Actor, id: string): Promise<AssignmentRow | undefined> {
	const [row] = await reader
		.select()
		.from(assignments)
		.where(and(eq(assignments.id, id), seenBy(reader, actor)));
	return row;
}

/** The newest first. */
export function listAssignments(
	reader: Reader,
	actor: Actor,
	{ after, limit }: { after: string | undefined; limit: number }
): Promise<AssignmentRow[]> {
	return reader
		.select()
		.from(assignments)
		.where(and(seenBy(reader, actor), after === undefined ? undefined : lt(assignments.id, after)))
		.orderBy(desc(assignments.id))
		.limit(limit);
}

/** What was sent and reaches this place, but not that one, is given out once more: whoever has it already keeps it as it is. */
export async function giveOutAgain(tx: Writer, { at, besides }: { at: string; besides: string }): Promise<void> {
	const paths = pathsTo(at).filter((path) => !besides.startsWith(path));
	const aimed = tx
		.select({ id: assignmentTargets.assignmentId })
		.from(assignmentTargets)
		.where(inArray(assignmentTargets.placePath, paths));
	const again = { state: 'sending', reachedTo: '', leasedUntil: null } as const;
	await tx
		.update(assignments)
		.set(again)
		.where(and(inArray(assignments.state, ['sending', 'sent']), inArray(assignments.id, aimed)));
}

export function listAssignmentsByIds(reader: Reader, ids: readonly string[]): Promise<AssignmentRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return reader
		.select()
		.from(assignments)
		.where(inArray(assignments.id, [...ids]));
}

export function listItems(reader: Reader, assignmentId: string): Promise<ItemRow[]> {
	return reader
		.select()
		.from(assignmentItems)
		.where(eq(assignmentItems.assignmentId, assignmentId))
		.orderBy(asc(assignmentItems.position));
}

export function listTargets(reader: Reader, assignmentId: string): Promise<TargetRow[]> {
	return reader
		.select()
		.from(assignmentTargets)
		.where(eq(assignmentTargets.assignmentId, assignmentId))
		.orderBy(asc(assignmentTargets.id));
}

export function listDeadlines(reader: Reader, assignmentId: string): Promise<DeadlineRow[]> {
	return reader
		.select()
		.from(assignmentDeadlines)
		.where(eq(assignmentDeadlines.assignmentId, assignmentId))
		.orderBy(asc(assignmentDeadlines.placePath));
}

/** How many duties of each of these there are within the actor's places, how many are open, how many wait for a word. */
export async function countDuties(reader: Reader, actor: Actor, ids: readonly string[]) {
	const counts = new Map(ids.map((id) => [id, { all: 0, open: 0, waiting: 0 }]));
	if (ids.length === 0) return counts;
	const these = and(inArray(duties.assignmentId, [...ids]), withinGrants(actor, readers, duties.placePath));
	const states = await reader
		.select({ id: duties.assignmentId, state: duties.state, many: count() })
		.from(duties)
		.where(these)
		.groupBy(duties.assignmentId, duties.state);
	const waiting = await reader
		.select({ id: duties.assignmentId, many: count() })
		.from(duties)
		.where(and(these, eq(unindexed(duties.state), 'open'), isNotNull(duties.evidence), isNull(duties.settledBy)))
		.groupBy(duties.assignmentId);
	for (const { id, state, many } of states) {
		const told = counts.get(id);
		if (!told || state === 'gone') continue;
		told.all += many;
		if (state === 'open') told.open += many;
	}
	for (const { id, many } of waiting) counts.set(id, { all: 0, open: 0, ...counts.get(id), waiting: many });
	return counts;
}

export async function addAssignment(
	tx: Writer,
	row: AssignmentRow,
	parts: { items: ItemRow[]; targets: TargetRow[] }
): Promise<void> {
	await tx.insert(assignments).values(row);
	await addParts(tx, parts);
}

async function addParts(tx: Writer, { items, targets }: { items: ItemRow[]; targets: TargetRow[] }): Promise<void> {
	await tx.insert(assignmentItems).values(items);
	for (let start = 0; start < targets.length; start += 50)
		await tx.insert(assignmentTargets).values(targets.slice(start, start + 50));
}

/** What is asked and of whom, anew. */
export async function replaceParts(
	tx: Writer,
	id: string,
	parts: { items: ItemRow[]; targets: TargetRow[] }
): Promise<void> {
	await tx.delete(assignmentItems).where(eq(assignmentItems.assignmentId, id));
	await tx.delete(assignmentTargets).where(eq(assignmentTargets.assignmentId, id));
	await addParts(tx, parts);
}

export async function changeAssignmentRow(tx: Writer, id: string, part: Partial<AssignmentRow>): Promise<void> {
	await tx.update(assignments).set(part).where(eq(assignments.id, id));
}

export async function keepDeadline(tx: Writer, row: DeadlineRow): Promise<void> {
	const { dueOn, reason, setBy, setAt } = row;
	await tx
		.insert(assignmentDeadlines)
		.values(row)
		.onConflictDoUpdate({
			target: [assignmentDeadlines.assignmentId, assignmentDeadlines.placeId],
			set: { dueOn, reason, setBy, setAt }
		});
}

/** What is being given out (or taken back) and is in no process's hands. */
export async function findUnfinished(reader: Reader, now: Date): Promise<AssignmentRow | undefined> {
	const free = or(isNull(assignments.leasedUntil), lt(assignments.leasedUntil, now));
	const takenBack = and(eq(assignments.state, 'withdrawn'), isNotNull(assignments.reachedTo));
	const [row] = await reader
		.select()
		.from(assignments)
		.where(and(or(eq(assignments.state, 'sending'), takenBack), free))
		.orderBy(asc(assignments.sentAt))
		.limit(1);
	return row;
}

/** Sent assignments that are aimed at one of these places or above it. */
export async function listAimedAt(reader: Reader, paths: readonly string[]): Promise<AssignmentRow[]> {
	const above = [...new Set(paths.flatMap(pathsTo))];
	if (above.length === 0) return [];
	const found = await reader
		.selectDistinct({ id: assignmentTargets.assignmentId })
		.from(assignmentTargets)
		.innerJoin(assignments, eq(assignments.id, assignmentTargets.assignmentId))
		.where(and(inArray(assignmentTargets.placePath, above), inArray(assignments.state, ['sending', 'sent'])));
	return listAssignmentsByIds(
		reader,
		found.map(({ id }) => id)
	);
}
