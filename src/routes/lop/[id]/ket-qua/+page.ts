import { readAs } from '$lib/entry.ts';
import type { ClassMarks, ClassView } from '../../../../community/index.ts';
import { readKeeper } from '../../access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const path = `/classes/${encodeURIComponent(params.id)}`;
	const [session, marks] = await Promise.all([
		readAs<ClassView>({ fetch, url }, path),
		readAs<ClassMarks>({ fetch, url }, `${path}/marks`)
	]);
	return { session, lessons: marks.lessons };
};
