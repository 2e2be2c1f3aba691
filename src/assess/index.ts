export { findPassedAttempt, findQuizStandings, type PassedAttempt } from './quiz-standings.ts';
export { reactions } from './reactions.ts';
export { assessRoutes } from './routes.ts';
export type { AttemptResult, AttemptView, KeptAnswer } from './schemas.ts';
