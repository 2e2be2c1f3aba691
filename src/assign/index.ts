export { ownData as assignData } from './own-data.ts';
export { placeMoves as assignMoves } from './place-moves.ts';
