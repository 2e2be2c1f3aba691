export { alikeSheets, itemFigures } from './items/schedules.ts';
export type { ItemList, ItemVersion, ItemView } from './items/schemas.ts';
export type { Sitting } from './items/sittings.ts';
export { joinAttempts, partAttempts, type JoinedAttempts } from './part-attempts.ts';
export { findPassedAttempt, findQuizStandings } from './quiz-standings.ts';
export { reactions } from './reactions.ts';
export { assessRoutes } from './routes.ts';
export type { AttemptResult, AttemptView } from './schemas.ts';
