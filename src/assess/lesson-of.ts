import type { Question } from '../catalog/index.ts';
import type { Lang } from '../platform/messages/index.ts';
import type { AssessHouse } from './assess-house.ts';
import type { AttemptResult } from './schemas.ts';

export type LessonLink = AttemptResult['review'][number];

/** The lesson that a question is about; null when it names none or the lesson has left the catalogue. */
export function lessonOf(
	{ catalog }: Pick<AssessHouse, 'catalog'>,
	{ question: { courseId, lessonId }, lang }: { question: Question; lang: Lang }
): LessonLink | null {
	const lesson = lessonId === null ? null : catalog.lesson(courseId, lessonId, lang);
	return lesson && { id: lesson.id, title: lesson.title, href: `/khoa-hoc/${courseId}/${lesson.id}` };
}
