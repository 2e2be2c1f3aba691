import { findAttempt } from '../../assess/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { AssignHouse } from '../assign-house.ts';
import { changeDuty, listDoneBy, listOpenAbout, type DutyRow } from './duty-queries.ts';
import { doneBy, fulfils, listShown, type Shown } from './fulfils.ts';
import type { AssignmentRow } from './queries.ts';

type Means = Pick<AssignHouse, 'store' | 'clock' | 'catalog'>;
interface About {
	readonly learnerId: string;
	readonly subject: string;
}

/** A finished attempt does every open duty of its learner that asks no more than it shows. */
export async function settleByAttempt({ store, clock, catalog }: Means, attemptId: string): Promise<void> {
	await store.transact(async (tx) => {
		const found = await findAttempt(tx, attemptId);
		if (found) await settleOpen(tx, { clock, catalog }, { learnerId: found.learnerId, subject: found.courseId });
	});
}

/** Whoever passed before she had learnt it all has done it with her last lesson. */
export async function settleByLessons({ store, clock, catalog }: Means, about: About): Promise<void> {
	await store.transact((tx) => settleOpen(tx, { clock, catalog }, about));
}

/** What somebody has finished about a subject does her open duties about it. */
export async function settleOpen(tx: Writer, means: Omit<Means, 'store'>, { learnerId, subject }: About) {
	const open = await listOpenAbout(tx, learnerId, subject);
	if (open.length === 0) return;
	const shown = await listShown(means, tx, { learnerIds: [learnerId], subjects: [subject] });
	for (const { duty, asked } of open) {
		const attempt = lastThatDoes(shown, { duty, asked, today: dayInVietNam(means.clock.now()) });
		if (attempt) await changeDuty(tx, duty.id, doneBy(asked, attempt));
	}
}

/** The last attempt that does a duty; what has come round again takes a new one. */
function lastThatDoes(
	shown: readonly Shown[],
	{ duty, asked, today }: { duty: DutyRow; asked: AssignmentRow; today: string }
): Shown | undefined {
	const isFresh = ({ finishedAt }: Shown) => duty.round === 1 || finishedAt >= duty.givenAt;
	return shown.findLast((attempt) => isFresh(attempt) && fulfils(asked, attempt, today));
}

/** What rested on an attempt that is void is open again, unless another one shows it too. */
export async function reopenVoided({ store, clock, catalog }: Means, attemptId: string): Promise<void> {
	await store.transact(async (tx) => {
		const today = dayInVietNam(clock.now());
		for (const { duty, asked } of await listDoneBy(tx, attemptId)) {
			const { learnerId, subject } = duty;
			const shown = await listShown({ catalog }, tx, { learnerIds: [learnerId], subjects: [subject] });
			const other = lastThatDoes(shown, { duty, asked, today });
			const open = { state: 'open', settledAt: null, attemptId: null, percent: null, validUntil: null } as const;
			await changeDuty(tx, duty.id, other ? doneBy(asked, other) : open);
		}
	});
}
