import { countingLessons, listDone, whoFinished } from '../learn/index.ts';
import { hasRole, type Actor } from '../platform/actor.ts';
import { refusal } from '../platform/refusal.ts';
import type { Reader } from '../platform/persistence/store.ts';
import type { CommunityHouse } from './community-house.ts';
import type { FieldLesson } from './schemas.ts';

/** She is a helper and no more, and has not finished the lesson about people's data. */
const lessonFirst = refusal('forbidden', 'community.lesson-first');

/** Those of these learners who have finished the course about people's data. */
export function whoFinishedFieldLesson(
	{ catalog }: Pick<CommunityHouse, 'catalog'>,
	reader: Reader,
	learnerIds: string[]
): Promise<Set<string>> {
	const { course } = catalog.communityRules().fieldLesson;
	return whoFinished({ catalog }, reader, { learnerIds, courseId: course });
}

/**
 * Refuses a helper who has not finished the lesson about people's data; asked before every list of people. Officers and
 * administrators answer for their places otherwise.
 */
export async function refuseUntrained(house: CommunityHouse, actor: Actor): Promise<void> {
	if (hasRole(actor, ['officer', 'administrator'])) return;
	const { learnerId } = actor;
	const done = learnerId === null ? null : await whoFinishedFieldLesson(house, house.store.read, [learnerId]);
	if (!done?.has(learnerId ?? '')) throw lessonFirst();
}

/** The course about people's data, lesson by lesson, and how far the actor has come. */
export async function readFieldLesson(house: CommunityHouse, actor: Actor): Promise<FieldLesson> {
	const { catalog, store } = house;
	const { course: courseId } = catalog.communityRules().fieldLesson;
	const learnerId = actor.learnerId ?? '';
	const done = (await listDone({ catalog }, store.read, { learnerIds: [learnerId], courseId })).get(learnerId);
	const lessons = countingLessons(catalog, courseId).map((id) => ({
		id,
		title: catalog.lesson(courseId, id, actor.lang)?.title ?? id,
		done: done?.has(id) ?? false
	}));
	const course = { id: courseId, name: catalog.course(courseId, actor.lang)?.title ?? courseId };
	return { course, lessons, done: lessons.length > 0 && lessons.every((each) => each.done) };
}
