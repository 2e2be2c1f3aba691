export type { AfterLessons, LearnHouse, QuizStanding } from './learn-house.ts';
export { openedAt, openingsAfter } from './openings.ts';
export { reactions } from './reactions.ts';
export { learnRoutes } from './routes.ts';
export type {
	CheckVerdict,
	CourseProgress,
	DeviceLearning,
	LessonStanding,
	NextStep,
	OwnLesson,
	Progress
} from './schemas.ts';
