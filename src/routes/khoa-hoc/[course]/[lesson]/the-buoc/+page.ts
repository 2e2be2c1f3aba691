import { read } from '$lib/api.ts';
import { stepsOf, type Step } from '$lib/lesson-steps.ts';
import type { LessonView } from '../../../../../catalog/index.ts';
import type { PageLoad } from './$types';

/** As many letters as a card holds in large print. */
const onCard = 380;

/** Pictures of every card are there when it is printed, also of those that nobody has scrolled to. */
function atOnce(step: Step): Step {
	return step.kind === 'question' ? step : { ...step, html: step.html.replaceAll(' loading="lazy"', '') };
}

export const load: PageLoad = async ({ fetch, params }) => {
	const lesson = await read<LessonView>(
		fetch,
		`/courses/${encodeURIComponent(params.course)}/lessons/${encodeURIComponent(params.lesson)}`
	);
	// Paper neither moves nor speaks.
	const steps = stepsOf(lesson, onCard).filter(
		(step) => step.kind === 'question' || !/<(video|audio)\b/.test(step.html)
	);
	return { lesson, steps: steps.map(atOnce) };
};
