import { read } from '$lib/api.ts';
import type { RecordList } from '../../certify/index.ts';
import type { Session } from '../../identity/index.ts';
import type { Progress } from '../../learn/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [session, progress] = await Promise.all([
		read<Session>(fetch, '/session'),
		read<Progress>(fetch, '/me/progress')
	]);
	const records = progress.learner.known ? (await read<RecordList>(fetch, '/records')).records : [];
	return {
		session,
		next: progress.next,
		courses: progress.courses,
		records,
		/** What was just done elsewhere and is told here. */
		told: url.searchParams.has('moi') ? 'welcome' : url.searchParams.has('mat-khau-moi') ? 'password-changed' : null
	};
};
