import { and, eq } from 'drizzle-orm';
import { plainMove, type PathTable, type PlaceMove } from '../platform/place-moves.ts';
import {
	assignmentDeadlines,
	assignments,
	assignmentTargets,
	comments,
	duties,
	imports,
	joinCodes,
	memberships,
	staffEntries
} from './tables.ts';

/** Whoever belonged to both belongs to the one once, since the day she joined the earlier. */
const members: PlaceMove = {
	...{ what: 'members', living: true, rows: memberships },
	async move(tx, { from, into, at }) {
		const running = (placeId: string) => tx.select().from(memberships).where(eq(memberships.placeId, placeId));
		const there = new Set((await running(into.id)).flatMap((row) => (row.endedAt === null ? row.learnerId : [])));
		for (const { id, learnerId, endedAt } of await running(from.id)) {
			const twice = endedAt === null && there.has(learnerId);
			await tx
				.update(memberships)
				.set({
					...{ placeId: into.id, placePath: into.path },
					...(twice && { endedAt: at, endedWhy: 'moved' as const })
				})
				.where(eq(memberships.id, id));
		}
	}
};

/** Two rows of one person are one: the one that stood there stays, recognised where either was. */
const staff: PlaceMove = {
	...{ what: 'staff', living: true, rows: staffEntries },
	async move(tx, { from, into, at }) {
		const listed = (placeId: string) => tx.select().from(staffEntries).where(eq(staffEntries.placeId, placeId));
		const standing = (await listed(into.id)).filter(({ endedAt }) => endedAt === null);
		const there = new Map(standing.map((row) => [row.personKey, row]));
		for (const { id, personKey, endedAt, learnerId, matchedBy, matchedAt } of await listed(from.id)) {
			const twin = endedAt === null ? there.get(personKey) : undefined;
			await tx
				.update(staffEntries)
				.set({ placeId: into.id, placePath: into.path, ...(twin && { endedAt: at }) })
				.where(eq(staffEntries.id, id));
			if (twin?.learnerId === null && learnerId !== null)
				await tx.update(staffEntries).set({ learnerId, matchedBy, matchedAt }).where(eq(staffEntries.id, twin.id));
		}
	}
};

/** The due day that was set for the place that stays holds there. */
const deadlines: PlaceMove = {
	...{ what: 'deadlines', living: false, rows: assignmentDeadlines },
	async move(tx, { from, into }) {
		const set = (placeId: string) =>
			tx.select().from(assignmentDeadlines).where(eq(assignmentDeadlines.placeId, placeId));
		const there = new Set((await set(into.id)).map(({ assignmentId }) => assignmentId));
		for (const { assignmentId } of await set(from.id)) {
			const one = and(eq(assignmentDeadlines.placeId, from.id), eq(assignmentDeadlines.assignmentId, assignmentId));
			if (there.has(assignmentId)) await tx.delete(assignmentDeadlines).where(one);
			else await tx.update(assignmentDeadlines).set({ placeId: into.id, placePath: into.path }).where(one);
		}
	}
};

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [
	members,
	staff,
	plainMove('join-codes', false, joinCodes),
	plainMove('imports', false, imports),
	plainMove('assignments', true, assignments),
	plainMove('targets', false, assignmentTargets),
	deadlines,
	plainMove('duties', false, duties),
	plainMove('comments', false, comments)
];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [
	memberships,
	staffEntries,
	joinCodes,
	imports,
	assignments,
	assignmentTargets,
	assignmentDeadlines,
	duties,
	comments
];
