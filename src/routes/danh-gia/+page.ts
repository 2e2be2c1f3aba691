import { read } from '$lib/api.ts';
import type { TestStandings, TestView } from '../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const [{ tests }, standings] = await Promise.all([
		read<{ tests: TestView[] }>(fetch, '/tests'),
		read<TestStandings>(fetch, '/me/tests')
	]);
	const own = new Map(standings.tests.map((each) => [each.testId, each]));
	return { tests: tests.map((test) => ({ test, standing: own.get(test.id) ?? null })) };
};
