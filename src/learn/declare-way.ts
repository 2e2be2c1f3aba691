import type { LearnHouse, LearningActor } from './learn-house.ts';
import { factsOf, lessonStanding } from './lesson-standing.ts';
import { findAllLessonProgress } from './queries.ts';
import { noSuchLesson } from './refusals.ts';
import type { LessonStanding } from './schemas.ts';
import { settleLesson } from './settle-lesson.ts';
import type { DeclaredWay } from './tables.ts';
import { tellLearnt } from './tell-learnt.ts';

/** Which lesson was learnt in which way. */
export interface DeclaredLesson {
	readonly courseId: string;
	readonly lessonId: string;
	readonly way: DeclaredWay;
}

/**
 * Notes that she listened, read on paper or was helped: then no reading time is asked for. The lesson counts as soon
 * as its check questions are answered, and is marked as declared. Refuses with `learn.no-such-lesson`.
 */
export async function declareWay(
	house: LearnHouse,
	{ learnerId, lang }: LearningActor,
	{ courseId, lessonId, way }: DeclaredLesson
): Promise<LessonStanding> {
	const { store, clock, catalog } = house;
	const lesson = catalog.lesson(courseId, lessonId, lang);
	if (!lesson) throw noSuchLesson();
	const facts = await store.transact(async (tx) => {
		const news = { learnerId, lesson, at: clock.now(), declaredWay: way };
		const { answers, justDone } = await settleLesson(tx, catalog, news);
		const known = factsOf(lesson, answers, await findAllLessonProgress(tx, learnerId));
		if (justDone) await tellLearnt(tx, house, { ...known, learnerId });
		return known;
	});
	return lessonStanding(catalog, facts, lang);
}
