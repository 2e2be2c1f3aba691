import { newId } from '../platform/ids.ts';
import { keptRows, rowsAgain, sameRows, type KeptRows } from '../platform/persistence/kept-rows.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import type { Claim } from './claim.ts';
import { recountLater } from './items/queries.ts';
import { giveAttempts } from './merge-attempts.ts';
import { findOpenAttempt, insertAttempt, keepAnswer, listWholeAttempts, moveAttempt } from './queries.ts';
import { keptCards, partCards, type JoinedCards } from './review/merge-cards.ts';
import { answers, attempts } from './tables.ts';

interface Attempted {
	readonly attempts: KeptRows;
	readonly answers: KeptRows;
}

/** What two learners had attempted before one was given the other's, and what the one had then. */
export interface JoinedAttempts {
	readonly kept: Attempted;
	readonly other: Attempted;
	readonly merged: Attempted;
	/** Missing where they were joined before there was review. */
	readonly cards?: JoinedCards;
}

/** Gives one learner the attempts of another, and returns what it takes to part them again. */
export async function joinAttempts(tx: Writer, claim: Claim): Promise<JoinedAttempts> {
	const kept = await attemptedBy(tx, claim.intoLearnerId);
	const other = await attemptedBy(tx, claim.fromLearnerId);
	const cards = { kept: await keptCards(tx, claim.intoLearnerId), other: await keptCards(tx, claim.fromLearnerId) };
	await giveAttempts(tx, claim);
	return {
		kept,
		other,
		merged: await attemptedBy(tx, claim.intoLearnerId),
		cards: { ...cards, merged: await keptCards(tx, claim.intoLearnerId) }
	};
}

/**
 * Parts them, and returns which attempts are the other's again. One that the one who was kept went on with since is
 * hers; the other finds it as she had left it.
 */
export async function partAttempts(tx: Writer, claim: Claim, joined: JoinedAttempts): Promise<string[]> {
	const { kept, other, merged } = joined;
	const now = await attemptedBy(tx, claim.intoLearnerId);
	const returned: string[] = [];
	for (const { id, finishedAt } of rowsAgain(attempts, other.attempts)) {
		const theirs = one(other, id);
		const same = finishedAt !== null || isSame(one(now, id), one(merged, id));
		if (now.attempts.some((each) => each.id === id) && same) {
			await moveAttempt(tx, id, claim.fromLearnerId);
			returned.push(id);
		} else await putBack(tx, theirs, now.attempts.some((each) => each.id === id) ? newId() : id);
	}
	const dropped = rowsAgain(attempts, kept.attempts).filter(({ id }) => !now.attempts.some((each) => each.id === id));
	for (const { id, courseId } of dropped) {
		const open = await findOpenAttempt(tx, { learnerId: claim.intoLearnerId, courseId });
		if (!open) await putBack(tx, one(kept, id), id);
	}
	if (joined.cards) await partCards(tx, claim, joined.cards);
	await recountLater(tx, [claim.fromLearnerId, claim.intoLearnerId]);
	return returned;
}

async function attemptedBy(reader: Reader, learnerId: string): Promise<Attempted> {
	const whole = await listWholeAttempts(reader, learnerId);
	return { attempts: keptRows(whole.attempts), answers: keptRows(whole.answers) };
}

function one({ attempts, answers }: Attempted, id: string): Attempted {
	return {
		attempts: attempts.filter((each) => each.id === id),
		answers: answers.filter(({ attemptId }) => attemptId === id)
	};
}

function isSame(a: Attempted, b: Attempted): boolean {
	return sameRows(a.attempts, b.attempts) && sameRows(a.answers, b.answers);
}

async function putBack(tx: Writer, kept: Attempted, id: string): Promise<void> {
	for (const attempt of rowsAgain(attempts, kept.attempts)) await insertAttempt(tx, { ...attempt, id });
	for (const answer of rowsAgain(answers, kept.answers)) await keepAnswer(tx, { ...answer, attemptId: id });
}
