import type { Actor } from '../platform/actor.ts';
import type { LearnHouse } from './learn-house.ts';
import { factsOf, lessonStanding } from './lesson-standing.ts';
import { findAllLessonProgress, findCheckAnswers } from './queries.ts';
import { noSuchLesson } from './refusals.ts';
import type { OwnLesson } from './schemas.ts';

/** Where the actor stands in a lesson and what she last chose; `not-started` for a visitor. Refuses with `learn.no-such-lesson`. */
export async function findOwnLesson(
	{ store, catalog }: LearnHouse,
	{ learnerId, lang }: Actor,
	{ courseId, lessonId }: { courseId: string; lessonId: string }
): Promise<OwnLesson> {
	const lesson = catalog.lesson(courseId, lessonId, lang);
	if (!lesson) throw noSuchLesson();
	const all = learnerId === null ? [] : await findAllLessonProgress(store.read, learnerId);
	const answers = learnerId === null ? [] : await findCheckAnswers(store.read, learnerId, lessonId);
	const facts = factsOf(lesson, answers, all);
	return {
		...lessonStanding(catalog, facts, lang),
		answers: answers.map(({ questionId, optionId, correct }) => ({ questionId, optionId, correct }))
	};
}
