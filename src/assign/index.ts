export { ownData as assignData } from './own-data.ts';
export { pathTables as assignPaths, placeMoves as assignMoves } from './place-moves.ts';
