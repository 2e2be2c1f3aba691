import { read } from '$lib/api.ts';
import type { RecordList } from '../../certify/index.ts';
import type { Me } from '../../identity/index.ts';
import type { Progress } from '../../learn/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [session, progress] = await Promise.all([read<Me>(fetch, '/session'), read<Progress>(fetch, '/me/progress')]);
	const { records, offers } = progress.learner.known
		? await read<RecordList>(fetch, '/records')
		: { records: [], offers: [] };
	return {
		session,
		next: progress.next,
		courses: progress.courses,
		records,
		/** Quizzes passed whose paper nobody has collected. */
		offers,
		/** What was just done elsewhere and is told here. */
		told: url.searchParams.has('moi') ? 'welcome' : url.searchParams.has('mat-khau-moi') ? 'password-changed' : null
	};
};
