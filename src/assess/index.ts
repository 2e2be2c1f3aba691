export { joinAttempts, partAttempts, type JoinedAttempts } from './part-attempts.ts';
export { findPassedAttempt, findQuizStandings } from './quiz-standings.ts';
export { reactions } from './reactions.ts';
export { assessRoutes } from './routes.ts';
export type { AttemptResult, AttemptView } from './schemas.ts';
export { guessedQuestion } from './scale/levels.ts';
export { usualSimulation } from './scale/simulator/conditions.ts';
export { simulate, type Simulated } from './scale/simulator/simulate.ts';
export { reportOf } from './scale/simulator/report.ts';
