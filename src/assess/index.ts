export { joinAttempts, partAttempts, type JoinedAttempts } from './part-attempts.ts';
export { findPassedAttempt, findQuizStandings } from './quiz-standings.ts';
export { reactions } from './reactions.ts';
export { overdueSweep } from './tests/overdue.ts';
export { assessRoutes } from './routes.ts';
export type { TestView } from '../catalog/index.ts';
export type { AttemptResult, AttemptView, Findings } from './schemas.ts';
export type { TestStandings } from './tests/test-standings.ts';
