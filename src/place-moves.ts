import { assessMoves, assessPaths } from './assess/index.ts';
import { assignMoves, assignPaths } from './assign/index.ts';
import { certifyMoves, certifyPaths } from './certify/index.ts';
import { communityMoves, communityPaths } from './community/index.ts';
import { identityMoves, identityPaths } from './identity/index.ts';
import type { PathTable, PlaceMove } from './platform/place-moves.ts';

/** What all rooms keep at places, for a place that goes into another. */
export const placeMoves: readonly PlaceMove[] = [
	...identityMoves,
	...communityMoves,
	...assessMoves,
	...certifyMoves,
	...assignMoves
];

/** Where all rooms keep paths of places, for a place that comes to lie elsewhere. */
export const pathTables: readonly PathTable[] = [
	...identityPaths,
	...communityPaths,
	...assessPaths,
	...certifyPaths,
	...assignPaths
];
