import { eq } from 'drizzle-orm';
import type { PathTable, PlaceMove } from '../platform/place-moves.ts';
import { confirmations, mismatches } from './register/tables.ts';

/** Who looks after what is to be confirmed; these rows name the place by its path alone. */
const confirming: PlaceMove = {
	...{ what: 'confirmations', living: false },
	count: (reader, { path }) => reader.$count(confirmations, eq(confirmations.placePath, path)),
	async move(tx, { from, into }) {
		await tx.update(confirmations).set({ placePath: into.path }).where(eq(confirmations.placePath, from.path));
		await tx.update(mismatches).set({ placePath: into.path }).where(eq(mismatches.placePath, from.path));
	}
};

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [confirming];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [confirmations, mismatches];
