import { assessMoves } from './assess/index.ts';
import { assignMoves } from './assign/index.ts';
import { certifyMoves } from './certify/index.ts';
import { communityMoves } from './community/index.ts';
import { identityMoves } from './identity/index.ts';
import type { PlaceMove } from './platform/place-moves.ts';

/** What all rooms keep at places, for a place that goes into another. */
export const placeMoves: readonly PlaceMove[] = [
	...identityMoves,
	...communityMoves,
	...assessMoves,
	...certifyMoves,
	...assignMoves
];
