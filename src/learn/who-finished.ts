import type { Catalog } from '../catalog/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { countingLessons } from './course-paths.ts';
import { listDoneLessons } from './queries.ts';

/** The lessons of a course, of the learners asked for, that each of them has done; nobody where the course is unknown. */
export async function listDone(
	{ catalog }: { catalog: Catalog },
	reader: Reader,
	{ learnerIds, courseId }: { learnerIds: readonly string[]; courseId: string }
): Promise<Map<string, Set<string>>> {
	const lessonIds = countingLessons(catalog, courseId);
	const done = new Map<string, Set<string>>();
	for (const { learnerId, lessonId } of await listDoneLessons(reader, { learnerIds, lessonIds }))
		done.set(learnerId, (done.get(learnerId) ?? new Set()).add(lessonId));
	return done;
}

/** Those of these learners who have done every lesson of a course that counts. */
export async function whoFinished(
	house: { catalog: Catalog },
	reader: Reader,
	asked: { learnerIds: readonly string[]; courseId: string }
): Promise<Set<string>> {
	const all = countingLessons(house.catalog, asked.courseId).length;
	const done = await listDone(house, reader, asked);
	return new Set([...done].filter(([, lessons]) => lessons.size === all).map(([learnerId]) => learnerId));
}
