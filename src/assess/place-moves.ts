import { eq } from 'drizzle-orm';
import type { PathTable, PlaceMove } from '../platform/place-moves.ts';
import { papers } from './papers/tables.ts';
import { sittings } from './sittings/tables.ts';

function plain(what: string, rows: typeof sittings | typeof papers): PlaceMove {
	return {
		...{ what, living: false },
		count: (reader, { id }) => reader.$count(rows, eq(rows.placeId, id)),
		async move(tx, { from, into }) {
			await tx.update(rows).set({ placeId: into.id, placePath: into.path }).where(eq(rows.placeId, from.id));
		}
	};
}

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [plain('sittings', sittings), plain('papers', papers)];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [sittings, papers];
