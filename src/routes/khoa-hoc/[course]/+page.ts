import { read } from '$lib/api.ts';
import type { CourseView } from '../../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
	course: await read<CourseView>(fetch, `/courses/${encodeURIComponent(params.course)}`)
});
