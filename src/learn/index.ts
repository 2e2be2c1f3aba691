export { countingLessons } from './course-paths.ts';
export { listDone, whoFinished } from './who-finished.ts';
export type { AfterLessons, QuizStanding } from './learn-house.ts';
export { openingsAfter } from './openings.ts';
export { ownData as learnData } from './own-data.ts';
export { joinLearning, partLearning, type JoinedLearning } from './part-learning.ts';
export { reactions } from './reactions.ts';
export { learnRoutes } from './routes.ts';
export type { DeviceLearning, Progress } from './schemas.ts';
