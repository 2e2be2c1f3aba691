import { read } from '$lib/api.ts';
import { stepsOf } from '$lib/lesson-steps.ts';
import type { LessonView } from '../../../../../catalog/index.ts';
import type { PageLoad } from './$types';

/** A lesson for a whole class, all of its steps at once: without signal nothing more can be asked for. */
export const load: PageLoad = async ({ fetch, params }) => {
	const path = `/courses/${encodeURIComponent(params.course)}/lessons/${encodeURIComponent(params.lesson)}`;
	const lesson = await read<LessonView>(fetch, path);
	// The title stands before the first step.
	return { lesson, steps: [null, ...stepsOf(lesson)] };
};
