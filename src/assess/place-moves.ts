import { plainMove, type PathTable, type PlaceMove } from '../platform/place-moves.ts';
import { papers } from './papers/tables.ts';
import { sittings } from './sittings/tables.ts';

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [
	plainMove('sittings', false, sittings),
	plainMove('papers', false, papers)
];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [sittings, papers];
