import { read } from '$lib/api.ts';
import { sitePath } from '$lib/site-path.ts';
import type { Me } from '../../identity/index.ts';
import type { Progress } from '../../learn/index.ts';
import type { PlaceView } from '../../places/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [session, progress, provinces] = await Promise.all([
		read<Me>(fetch, '/session'),
		read<Progress>(fetch, '/me/progress'),
		read<{ places: PlaceView['children'] }>(fetch, '/places')
	]);
	return {
		session,
		/** What this device keeps of somebody without an account. */
		unclaimed: {
			known: session.account === null && progress.learner.known,
			lessons: progress.courses.reduce((sum, course) => sum + course.lessonsDone, 0)
		},
		provinces: provinces.places,
		next: sitePath(url.searchParams.get('tiep'))
	};
};
