import { error } from '@sveltejs/kit';
import { ask, read, type Problem } from '$lib/api.ts';
import type { CourseView, ProgrammeSummary, SearchResult } from '../../catalog/index.ts';
import type { Progress } from '../../learn/index.ts';
import type { PageLoad } from './$types';

/** `?q=` is looked for, `?nhom=` says what for (empty: for anything), `?sau=` shows what follows. */
export const load: PageLoad = async ({ fetch, url }) => {
	const query = (url.searchParams.get('q') ?? '').trim();
	const chosen = url.searchParams.get('nhom');
	const { programmes } = await read<{ programmes: ProgrammeSummary[] }>(fetch, '/programmes');
	const group = chosen ?? (await groupLearntFor(fetch, programmes));
	const groups = programmes.map(({ group, title }) => ({ value: group, label: title }));
	const asked = { query, group, groups, after: url.searchParams.get('sau') };
	const none: { result: SearchResult | null; problem: Problem | null } = { result: null, problem: null };
	if (query === '') return { ...asked, ...none };

	const wanted = new URLSearchParams({ q: query, ...(group && { group }), ...(asked.after && { after: asked.after }) });
	const answer = await ask<SearchResult>(fetch, `GET /search?${wanted}`);
	if (answer.ok) return { ...asked, ...none, result: answer.data };
	if (answer.status !== 400) error(answer.status, { message: answer.problem.message, code: answer.problem.code });
	return { ...asked, ...none, problem: answer.problem };
};

/** Begun courses that are looked at, the latest first. */
const looked = 3;

/** The group whose programme alone holds what somebody learns; null where that says nothing. */
async function groupLearntFor(ask: typeof fetch, programmes: readonly ProgrammeSummary[]): Promise<string | null> {
	const { learner, courses } = await read<Progress>(ask, '/me/progress');
	if (!learner.known) return null;
	const begun = courses.slice(0, looked).map(({ courseId }) => courseId);
	const views = await Promise.all(begun.map((id) => read<CourseView>(ask, `/courses/${encodeURIComponent(id)}`)));
	const telling = views.find((course) => course.programmes.length === 1);
	return programmes.find(({ id }) => id === telling?.programmes[0]?.id)?.group ?? null;
}
