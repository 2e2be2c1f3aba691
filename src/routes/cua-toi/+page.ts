import { read } from '$lib/api.ts';
import type { ReviewStanding } from '../../assess/index.ts';
import type { OwnReminders, OwnStanding } from '../../assign/index.ts';
import type { RecordList } from '../../certify/index.ts';
import type { CardsHere, LearntInClass } from '../../community/index.ts';
import type { Me, VneidOffer } from '../../identity/index.ts';
import type { Progress } from '../../learn/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [session, progress, vneid, here] = await Promise.all([
		read<Me>(fetch, '/session'),
		read<Progress>(fetch, '/me/progress'),
		read<VneidOffer>(fetch, '/vneid'),
		read<CardsHere>(fetch, '/cards/here')
	]);
	const [{ records, offers }, { lessons }, review, duties, reminders] = progress.learner.known
		? await Promise.all([
				read<RecordList>(fetch, '/records'),
				read<LearntInClass>(fetch, '/me/class-marks'),
				read<ReviewStanding>(fetch, '/me/review'),
				read<OwnStanding>(fetch, '/me/duties/open'),
				read<OwnReminders>(fetch, '/me/reminders')
			])
		: [{ records: [], offers: [] }, { lessons: [] }, null, null, { latest: null }];
	return {
		session,
		vneid,
		/** Whose card is open on this device. */
		card: here.open,
		next: progress.next,
		courses: progress.courses,
		records,
		/** Quizzes passed whose paper nobody has collected. */
		offers,
		/** What helpers marked of her in class. */
		inClass: lessons,
		/** What comes back to her today. */
		review,
		/** What she was given to do and has not done yet. */
		duties,
		/** Of what she was given to learn; hers alone. */
		reminder: reminders.latest,
		/** What was just done elsewhere and is told here. */
		told: url.searchParams.has('moi') ? 'welcome' : url.searchParams.has('mat-khau-moi') ? 'password-changed' : null
	};
};
