export { createCatalog, type Catalog, type CatalogHouse } from './catalog.ts';
export type { CompileReport } from './compile.ts';
export type { Skill } from './framework.ts';
export type { Level, Option, Purpose } from './items.ts';
export { findMedia } from './media.ts';
export { getItemByHash } from './queries.ts';
export { withoutKey, type Question } from './questions.ts';
export { noSuchCourse, noSuchLesson } from './refusals.ts';
export type { Release } from './release.ts';
export { catalogRoutes } from './routes.ts';
export type { LearningRules } from './rules.ts';
export {
	CheckQuestion,
	CourseSummary,
	CourseView,
	FrameworkView,
	GlossaryView,
	LessonPart,
	LessonSummary,
	LessonView,
	ProgrammeSummary,
	ProgrammeView,
	RulesView,
	SkillView
} from './schemas.ts';
