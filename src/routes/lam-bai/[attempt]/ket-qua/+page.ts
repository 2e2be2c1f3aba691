import { redirect } from '@sveltejs/kit';
import { ask, read } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { AttemptResult } from '../../../../assess/index.ts';
import type { CourseView } from '../../../../catalog/index.ts';
import type { RecordList } from '../../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const answer = await ask<AttemptResult>(fetch, `GET /attempts/${encodeURIComponent(params.attempt)}/result`);
	if (!answer.ok && answer.problem.code === 'assess.attempt-open')
		redirect(303, inLanguage(languageOf(url.pathname), `/lam-bai/${encodeURIComponent(params.attempt)}`));
	if (!answer.ok) return turnAway(url, answer);
	const result = answer.data;
	const [course, { records, offers }] = await Promise.all([
		result.courseId === null ? null : ask<CourseView>(fetch, `GET /courses/${result.courseId}`),
		read<RecordList>(fetch, '/records')
	]);
	return {
		result,
		/** A course may have left the catalogue since; its results stay. */
		outcomes: course?.ok ? course.data.outcomes : [],
		record: records.find(({ courseId, status }) => courseId === result.courseId && status === 'valid') ?? null,
		/** Records of other kinds that she has earned by now. */
		offers: offers.filter(({ kind }) => kind !== 'course')
	};
};
