import { withoutKey, type Catalog, type LessonView } from '../catalog/index.ts';
import { say, type Lang } from '../platform/messages/index.ts';
import { countingLessons } from './course-paths.ts';
import type { CheckAnswer, LessonProgress } from './queries.ts';
import type { LessonStanding, NextLink } from './schemas.ts';

/** What is known of somebody's lesson, and which lessons of hers are done. */
export interface LessonFacts {
	readonly lesson: LessonView;
	readonly progress: LessonProgress | undefined;
	/** The ids of the questions answered in this lesson. */
	readonly answered: ReadonlySet<string>;
	readonly done: ReadonlySet<string>;
}

/** Those facts, from the rows of one learner: her answers in this lesson and her progress in all. */
export function factsOf(
	lesson: LessonView,
	answers: readonly CheckAnswer[],
	all: readonly LessonProgress[]
): LessonFacts {
	return {
		lesson,
		progress: all.find((each) => each.lessonId === lesson.id),
		answered: new Set(answers.map((each) => each.questionId)),
		done: new Set(all.filter((each) => each.state === 'done').map((each) => each.lessonId))
	};
}

/** Where a lesson stands, as its learner is told. */
export function lessonStanding(catalog: Catalog, facts: LessonFacts, lang: Lang): LessonStanding {
	const { lesson, progress, answered } = facts;
	const standing = catalog.checkQuestions(lesson.id, 'vi');
	const state = progress?.state ?? ('not-started' as const);
	const told = {
		state,
		answered: standing.filter(({ id }) => answered.has(id)).length,
		total: standing.length,
		moreQuestions: state === 'more-questions' ? stillAsked(catalog, facts, lang) : [],
		next: state === 'done' ? nextInCourse(catalog, facts, lang) : null
	};
	const values = { left: told.total - told.answered, more: told.moreQuestions.length };
	return { ...told, message: say(lang, `learn.state-${state}`, values) };
}

function stillAsked(
	catalog: Catalog,
	{ progress, answered }: LessonFacts,
	lang: Lang
): LessonStanding['moreQuestions'] {
	return (progress?.extraQuestionIds ?? [])
		.filter((id) => !answered.has(id))
		.flatMap((id) => catalog.checkQuestion(id, lang) ?? [])
		.map(withoutKey);
}

/** After a lesson: the next one not done, from here on and then from the beginning; after the last, the quiz. */
function nextInCourse(catalog: Catalog, { lesson, done }: LessonFacts, lang: Lang): NextLink | null {
	const { courseId } = lesson;
	const inOrder = countingLessons(catalog, courseId);
	const here = inOrder.indexOf(lesson.id);
	const nextId = [...inOrder.slice(here + 1), ...inOrder.slice(0, Math.max(here, 0))].find((id) => !done.has(id));
	const next = nextId && catalog.lesson(courseId, nextId, lang);
	if (next) return { kind: 'lesson', href: `/khoa-hoc/${courseId}/${next.id}`, title: next.title };
	if (catalog.quizQuestions(courseId, 'vi').length === 0) return null;
	return { kind: 'quiz', href: `/khoa-hoc/${courseId}/kiem-tra`, title: say(lang, 'learn.next-quiz') };
}
