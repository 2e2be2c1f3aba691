import type { Writer } from '../platform/persistence/store.ts';
import { countingLessons } from './course-paths.ts';
import type { LearnHouse } from './learn-house.ts';
import type { LessonFacts } from './lesson-standing.ts';

/** Once a lesson is done: records `learn.course-learnt` if it was the last of its course that was not. */
export async function tellLearnt(
	tx: Writer,
	{ catalog, facts }: Pick<LearnHouse, 'catalog' | 'facts'>,
	{ learnerId, lesson, done }: Pick<LessonFacts, 'lesson' | 'done'> & { learnerId: string }
): Promise<void> {
	const { courseId } = lesson;
	if (countingLessons(catalog, courseId).every((id) => done.has(id)))
		await facts.record(tx, 'learn.course-learnt', { learnerId, courseId });
}
