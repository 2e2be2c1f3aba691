import { findAttempt, findFinished, type FinishedAttempt } from '../../assess/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { changeDuty, listDoneBy, listOpenAbout } from './duty-queries.ts';
import { doneBy, fulfils } from './fulfils.ts';

type Means = Pick<House, 'store' | 'clock'>;

/** A finished attempt does every open duty of its learner that asks no more than it shows. */
export async function settleByAttempt({ store, clock }: Means, attemptId: string): Promise<void> {
	await store.transact(async (tx) => {
		const found = await findCounting(tx, attemptId);
		if (!found) return;
		const today = dayInVietNam(clock.now());
		for (const { duty, asked } of await listOpenAbout(tx, found.learnerId, found.courseId))
			if (fulfils(asked, found, today)) await changeDuty(tx, duty.id, doneBy(asked, found));
	});
}

async function findCounting(reader: Reader, attemptId: string): Promise<FinishedAttempt | undefined> {
	const attempt = await findAttempt(reader, attemptId);
	return attempt && (await findFinished(reader, attempt.learnerId)).find(({ id }) => id === attemptId);
}

/** What rested on an attempt that is void is open again, unless another one shows it too. */
export async function reopenVoided({ store, clock }: Means, attemptId: string): Promise<void> {
	await store.transact(async (tx) => {
		const today = dayInVietNam(clock.now());
		for (const { duty, asked } of await listDoneBy(tx, attemptId)) {
			const others = await findFinished(tx, duty.learnerId);
			const other = others.find((each) => each.courseId === duty.subject && fulfils(asked, each, today));
			const open = { state: 'open', settledAt: null, attemptId: null, percent: null, validUntil: null } as const;
			await changeDuty(tx, duty.id, other ? doneBy(asked, other) : open);
		}
	});
}
