import { read } from '$lib/api.ts';
import type { TestStandings, TestView } from '../../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
	const [test, { tests }] = await Promise.all([
		read<TestView>(fetch, `/tests/${encodeURIComponent(params.id)}`),
		read<TestStandings>(fetch, '/me/tests')
	]);
	return { test, standing: tests.find(({ testId }) => testId === test.id) ?? null };
};
