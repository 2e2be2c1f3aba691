export { countingLessons } from './course-paths.ts';
export { listDone, whoFinished } from './who-finished.ts';
export type { AfterLessons, Miss, QuizStanding } from './learn-house.ts';
export { openingsAfter } from './openings.ts';
export { joinLearning, partLearning, type JoinedLearning } from './part-learning.ts';
export { reactions } from './reactions.ts';
export { somebodyElses } from './refusals.ts';
export { learnRoutes } from './routes.ts';
export type { DeviceLearning, Progress } from './schemas.ts';
