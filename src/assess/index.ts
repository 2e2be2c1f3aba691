export { joinAttempts, partAttempts, type JoinedAttempts } from './part-attempts.ts';
export { findPassedAttempt, findQuizStandings } from './quiz-standings.ts';
export { reactions } from './reactions.ts';
export { assessRoutes } from './routes.ts';
export type { AttemptResult, AttemptView } from './schemas.ts';
