import { read } from '$lib/api.ts';
import type { ClassMarks } from '../../../../../../community/index.ts';
import { questionsOf, readLessonOfClass } from '../../../lesson-of-class.ts';
import type { PageLoad } from './$types';

/** `?cau=` is the question; without it the first one of which nothing is marked yet. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	const { session, lesson } = await readLessonOfClass({ fetch, url, params });
	const { lessons } = await read<ClassMarks>(fetch, `/classes/${encodeURIComponent(session.id)}/marks`);
	const marks = lessons.find((each) => each.lesson.id === lesson.id)?.marks ?? [];
	const questions = questionsOf(lesson);
	const asked = url.searchParams.get('cau');
	const unmarked = questions.findIndex(({ id }) => !marks.some((mark) => mark.mine && mark.questionId === id));
	const at = asked === null ? Math.max(unmarked, 0) : questions.findIndex(({ id }) => id === asked);
	const question = questions[at] ?? questions[0] ?? null;
	return {
		session,
		lesson,
		question,
		previous: questions[at - 1]?.id ?? null,
		next: questions[at + 1]?.id ?? null,
		number: Math.max(at, 0) + 1,
		total: questions.length,
		marks: marks.filter(({ questionId }) => questionId === question?.id)
	};
};
