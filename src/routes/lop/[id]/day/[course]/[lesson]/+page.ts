import { read } from '$lib/api.ts';
import { stepsOf } from '$lib/lesson-steps.ts';
import type { ShownAnswer } from '../../../../../../community/index.ts';
import { readLessonOfClass } from '../../../lesson-of-class.ts';
import type { PageLoad } from './$types';

/** `?buoc=` is the step, from 1; `?dap-an` shows which answer of its question is right. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	const { session, lesson } = await readLessonOfClass({ fetch, url, params });
	const steps = stepsOf(lesson);
	// The title stands before the first step.
	const total = steps.length + 1;
	const asked = Math.trunc(Number(url.searchParams.get('buoc') ?? 1));
	const at = Math.min(Math.max(asked || 1, 1), total);
	const step = steps[at - 2] ?? null;
	const answer =
		step?.kind === 'question' && url.searchParams.has('dap-an')
			? await read<ShownAnswer>(
					fetch,
					`/classes/${encodeURIComponent(session.id)}/questions/${encodeURIComponent(step.question.id)}/answer`
				)
			: null;
	return { session, lesson, step, at, total, answer };
};
