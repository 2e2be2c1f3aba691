export { ownData as assignData } from './own-data.ts';
export { placeMoves as assignMoves } from './place-moves.ts';
export type { Board, BoardRow, BoardTotals } from './board/schemas.ts';
export type { DutySheet } from './sheet/schemas.ts';
export { assignRoutes } from './routes.ts';
