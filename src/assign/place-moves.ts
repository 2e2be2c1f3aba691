import { and, eq } from 'drizzle-orm';
import type { PathTable, PlaceMove } from '../platform/place-moves.ts';
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

type Plain =
	typeof assignments | typeof assignmentTargets | typeof comments | typeof duties | typeof imports | typeof joinCodes;

/** Tables whose rows simply stand at the other place afterwards. */
function plain(what: string, living: boolean, rows: Plain): PlaceMove {
	return {
		...{ what, living },
		count: (reader, { id }) => reader.$count(rows, eq(rows.placeId, id)),
		async move(tx, { from, into }) {
			await tx.update(rows).set({ placeId: into.id, placePath: into.path }).where(eq(rows.placeId, from.id));
		}
	};
}

/** Whoever belonged to both belongs to the one once, since the day she joined the earlier. */
const members: PlaceMove = {
	...{ what: 'members', living: true },
	count: (reader, { id }) => reader.$count(memberships, eq(memberships.placeId, id)),
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

/** Two rows of one person are one: the one that stood there stays. */
const staff: PlaceMove = {
	...{ what: 'staff', living: true },
	count: (reader, { id }) => reader.$count(staffEntries, eq(staffEntries.placeId, id)),
	async move(tx, { from, into, at }) {
		const listed = (placeId: string) => tx.select().from(staffEntries).where(eq(staffEntries.placeId, placeId));
		const there = new Set((await listed(into.id)).flatMap((row) => (row.endedAt === null ? row.personKey : [])));
		for (const { id, personKey, endedAt } of await listed(from.id))
			await tx
				.update(staffEntries)
				.set({
					...{ placeId: into.id, placePath: into.path },
					...(endedAt === null && there.has(personKey) && { endedAt: at })
				})
				.where(eq(staffEntries.id, id));
	}
};

/** The due day that was set for the place that stays holds there. */
const deadlines: PlaceMove = {
	...{ what: 'deadlines', living: false },
	count: (reader, { id }) => reader.$count(assignmentDeadlines, eq(assignmentDeadlines.placeId, id)),
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
	plain('join-codes', false, joinCodes),
	plain('imports', false, imports),
	plain('assignments', true, assignments),
	plain('targets', false, assignmentTargets),
	deadlines,
	plain('duties', false, duties),
	plain('comments', false, comments)
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
