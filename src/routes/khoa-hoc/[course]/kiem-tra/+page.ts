import { read } from '$lib/api.ts';
import type { CourseView } from '../../../../catalog/index.ts';
import type { Progress } from '../../../../learn/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
	const [course, progress] = await Promise.all([
		read<CourseView>(fetch, `/courses/${encodeURIComponent(params.course)}`),
		read<Progress>(fetch, '/me/progress')
	]);
	const standing = progress.courses.find(({ courseId }) => courseId === course.id);
	return {
		course,
		lessonsDone: standing?.lessonsDone ?? 0,
		best: standing?.quiz.best ?? null,
		openAttemptId: standing?.quiz.openAttemptId ?? null,
		needed: Math.ceil((course.quizQuestions * course.passPercent) / 100)
	};
};
