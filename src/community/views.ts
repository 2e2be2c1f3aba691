import { listPlacesByIds } from '../places/index.ts';
import type { Lang } from '../platform/messages/index.ts';
import { stateOf } from './class-times.ts';
import type { CommunityHouse } from './community-house.ts';
import { countCame } from './attendance-queries.ts';
import { countPhotos } from './photos/queries.ts';
import type { ClassRow } from './queries.ts';
import type { ClassSummary, PublicClass } from './schemas.ts';

/** Sessions as anyone may see them, in the reader's language. */
export async function publicViews(house: CommunityHouse, rows: ClassRow[], lang: Lang): Promise<PublicClass[]> {
	const places = await listPlacesByIds(house.store.read, [...new Set(rows.map(({ placeId }) => placeId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return rows.map((row) => ({
		id: row.id,
		place: { id: row.placeId, name: names.get(row.placeId) ?? '' },
		startsAt: row.startsAt.toISOString(),
		state: stateOf(row.startsAt, house.clock.now()),
		topic: row.topic,
		...taught(house, row, lang),
		audience: row.audience,
		rhythm: row.rhythm,
		cancelled: row.cancelledAt !== null
	}));
}

/** The course and the lesson by their titles; what is no longer taught is called by its id. */
export function taught(
	{ catalog }: CommunityHouse,
	{ courseId, lessonId }: Pick<ClassRow, 'courseId' | 'lessonId'>,
	lang: Lang
) {
	const course = courseId === null ? null : catalog.course(courseId, lang);
	const lesson = courseId === null || lessonId === null ? null : catalog.lesson(courseId, lessonId, lang);
	return {
		course: courseId === null ? null : { id: courseId, name: course?.title ?? courseId },
		lesson: lessonId === null ? null : { id: lessonId, name: lesson?.title ?? lessonId }
	};
}

/** The same with how many came and how many photos there are, for those who hold classes. */
export async function summaries(house: CommunityHouse, rows: ClassRow[], lang: Lang): Promise<ClassSummary[]> {
	const { read } = house.store;
	const ids = rows.map(({ id }) => id);
	const [views, came, photos] = await Promise.all([
		publicViews(house, rows, lang),
		countCame(read, ids),
		countPhotos(read, ids)
	]);
	return views.map((view) => ({ ...view, came: came.get(view.id) ?? 0, photos: photos.get(view.id) ?? 0 }));
}
