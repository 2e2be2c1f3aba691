import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { Claim } from './claim.ts';
import { recountLater } from './items/queries.ts';
import { giveCards } from './review/merge-cards.ts';
import { dropAttempt, findAllAttempts, findAnswers, moveAttempts } from './queries.ts';

/**
 * Gives one learner the attempts of another and what she had to review, so that the best result of both is hers. Of two open attempts at one
 * course the one touched last goes on and the other, unfinished, is dropped. Doing it again changes nothing.
 */
export async function mergeAttempts({ store }: House, claim: Claim): Promise<void> {
	if (claim.fromLearnerId === claim.intoLearnerId) return;
	await store.transact((tx) => giveAttempts(tx, claim));
}

/** The same in the transaction at hand, between two who are not one. */
export async function giveAttempts(tx: Writer, { fromLearnerId, intoLearnerId }: Claim): Promise<void> {
	const open = async (learnerId: string) =>
		(await findAllAttempts(tx, learnerId)).filter((attempt) => attempt.finishedAt === null);
	const own = await open(intoLearnerId);
	for (const theirs of await open(fromLearnerId)) {
		const mine = own.find((attempt) => attempt.courseId === theirs.courseId);
		if (mine) await dropAttempt(tx, (await touchedAt(tx, mine)) > (await touchedAt(tx, theirs)) ? theirs.id : mine.id);
	}
	await moveAttempts(tx, { from: fromLearnerId, into: intoLearnerId });
	await giveCards(tx, { fromLearnerId, intoLearnerId });
	await recountLater(tx, [intoLearnerId]);
}

async function touchedAt(tx: Writer, { id, startedAt }: { id: string; startedAt: Date }): Promise<number> {
	const answers = await findAnswers(tx, id);
	return Math.max(startedAt.getTime(), ...answers.map((answer) => answer.answeredAt.getTime()));
}
