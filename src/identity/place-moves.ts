import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '../platform/persistence/store.ts';
import { plainMove, type PathTable, type PlaceMove } from '../platform/place-moves.ts';
import { accounts, grants } from './tables.ts';

const standing = (placeId: string) => and(eq(grants.placeId, placeId), isNull(grants.endedAt));
const standingAt = (tx: Writer, placeId: string) => tx.select().from(grants).where(standing(placeId));

/** Who had the same role at both keeps the one there; roles that had ended stay written where they were. */
const roles: PlaceMove = {
	...{ what: 'roles', living: true, rows: grants, standing: isNull(grants.endedAt) },
	async move(tx, { from, into, at }) {
		const there = new Set((await standingAt(tx, into.id)).map(({ accountId, role }) => `${accountId} ${role}`));
		for (const { id, accountId, role } of await standingAt(tx, from.id)) {
			const doubled = there.has(`${accountId} ${role}`);
			const change = doubled ? { endedAt: at } : { placeId: into.id, placePath: into.path };
			await tx.update(grants).set(change).where(eq(grants.id, id));
		}
	}
};

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [plainMove('people', true, accounts), roles];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [accounts, grants];
