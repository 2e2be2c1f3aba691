import type { Actor } from '../platform/actor.ts';
import type { LearnHouse } from './learn-house.ts';
import { findAllLessonProgress } from './queries.ts';
import type { DeviceLearning } from './schemas.ts';

/**
 * What somebody learnt on this device without an account, when the one signed in is somebody else: enough to answer
 * "is this yours?", no more. Nothing once it has been claimed.
 */
export async function findDeviceLearning(house: LearnHouse, actor: Actor): Promise<DeviceLearning> {
	const { deviceLearnerId, lang } = actor;
	if (deviceLearnerId === null) return { present: false, lessonsDone: 0, courses: [], lastAt: null };
	const progress = await findAllLessonProgress(house.store.read, deviceLearnerId);
	const quizzes = await house.afterLessons.quizzes(deviceLearnerId);
	const courseIds = [...new Set([...progress.map((each) => each.courseId), ...quizzes.keys()])];
	const touched = [
		...progress.map((each) => each.lastAnsweredAt),
		...[...quizzes.values()].map((each) => each.touchedAt)
	];
	return {
		present: touched.length > 0,
		lessonsDone: progress.filter((each) => each.state === 'done').length,
		courses: courseIds.map((id) => house.catalog.course(id, lang)?.title).filter((title) => title !== undefined),
		lastAt: touched.length > 0 ? new Date(Math.max(...touched.map(Number))).toISOString() : null
	};
}
