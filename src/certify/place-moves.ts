import { eq } from 'drizzle-orm';
import type { PathTable, PlaceMove } from '../platform/place-moves.ts';
import { confirmations, elsewhereFigures, mismatches } from './tables.ts';

/** Who looks after what is to be confirmed; these rows name the place by its path alone. */
const confirming: PlaceMove = {
	...{ what: 'confirmations', living: false, rows: confirmations },
	async move(tx, { from, into }) {
		await tx.update(confirmations).set({ placePath: into.path }).where(eq(confirmations.placePath, from.path));
		await tx.update(mismatches).set({ placePath: into.path }).where(eq(mismatches.placePath, from.path));
	}
};

/**
 * A figure stays one about the place it was counted of, also as of a day when that was still there; who looks after it,
 * and where it is found, is the place that it went into. Two of them are never made one.
 */
const figures: PlaceMove = {
	...{ what: 'elsewhere-figures', living: false, rows: elsewhereFigures },
	async move(tx, { from, into }) {
		await tx.update(elsewhereFigures).set({ placePath: into.path }).where(eq(elsewhereFigures.placePath, from.path));
	}
};

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [confirming, figures];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [confirmations, mismatches, elsewhereFigures];
