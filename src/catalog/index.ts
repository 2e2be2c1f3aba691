export { createCatalog, type Catalog } from './catalog.ts';
export type { CarriedAnswer, CarriedBody, CarriedChoice, CarriedQuestion, WrittenLines } from './carried.ts';
export type { Level, Option } from './items.ts';
export {
	findQuestionType,
	fitsFields,
	provideQuestionTypes,
	questionType,
	questionTypeNames,
	type AskedQuestion,
	type CompiledBody,
	type FieldOption,
	type Order,
	type Phrases,
	type QuestionType,
	type Response,
	type WrittenBody
} from './question-type.ts';
export type { Fault, FaultSheet } from './source/fault.ts';
export { findMedia } from './media.ts';
export { getItemByHash, listQuestionVersions } from './queries.ts';
export { withoutKey, type Question } from './questions.ts';
export { plainText } from './search/plain-text.ts';
export { noSuchCourse, noSuchTest } from './refusals.ts';
export { coversSkill, type Test } from './test-view.ts';
export { catalogRoutes } from './routes.ts';
export type { CommunityRules } from './community-rules.ts';
export type { RecordNeed, RecordRule } from './record-rules.ts';
export type { LearningRules } from './rules.ts';
export {
	CheckQuestion,
	CourseSummary,
	CourseView,
	DownloadList,
	DownloadView,
	FrameworkView,
	GlossaryView,
	LessonView,
	ProgrammeSummary,
	ProgrammeView,
	RulesView,
	TestView
} from './schemas.ts';
export type { SearchHit, SearchResult } from './search/schemas.ts';
export { bankIn, courseAt, tryFile, type BankQuestion } from './source/bank.ts';

export { canonical, sha256 } from './source/draft.ts';
export { readFolder } from './source/read-folder.ts';
export { placeOf, resolvePath, type ContentSource } from './source/source-files.ts';
export { countWords } from './source/prose.ts';
export { checkFolder } from './source/check-folder.ts';
export { listLessonsIn, type ListedLesson } from './source/list-lessons.ts';
export { listQuestionsIn } from './source/list-questions.ts';
