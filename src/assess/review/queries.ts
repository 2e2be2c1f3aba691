import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { asItCame, prepared, rowOf, type Named } from '../../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { attempts, reviewCards } from '../tables.ts';

export type ReviewCard = typeof reviewCards.$inferSelect;

/**
 * Keeps a miss: as a new card, or noted on the one there is. What is older than her last answer, or than a miss that is
 * noted, changes nothing, so that the order in which misses arrive does not matter.
 */
export async function keepMiss(tx: Writer, card: ReviewCard): Promise<void> {
	await missKept(tx, card);
}

/** The same of several questions at once. */
export async function keepMisses(tx: Writer, cards: ReviewCard[]): Promise<void> {
	if (cards.length > 0) await tx.insert(reviewCards).values(cards).onConflictDoUpdate(noted());
}

const missKept = prepared('assess.keep-miss', (tx: Writer, value: Named<keyof ReviewCard>) =>
	tx.insert(reviewCards).values(rowOf(reviewCards, value)).onConflictDoUpdate(noted())
);

function noted() {
	const { missedOn, dueOn } = asItCame(reviewCards);
	const { missedOn: known, answeredOn } = reviewCards;
	return {
		target: [reviewCards.learnerId, reviewCards.questionId],
		set: { missedOn, dueOn },
		setWhere: sql`coalesce(${known}, '') <= ${missedOn} and coalesce(${answeredOn}, '') <= ${missedOn}`
	};
}

export async function findCard(reader: Reader, learnerId: string, questionId: string): Promise<ReviewCard | undefined> {
	const [card] = await reader
		.select()
		.from(reviewCards)
		.where(and(eq(reviewCards.learnerId, learnerId), eq(reviewCards.questionId, questionId)));
	return card;
}

/** When each question of a learner comes back, and what was answered that day; what is known is left out. */
export function findDays(reader: Reader, learnerId: string, today: string) {
	return daysOf(reader, { learnerId, today });
}

const daysOf = prepared('assess.review-days', (reader: Reader, value: Named<'learnerId' | 'today'>) =>
	reader
		.select({
			questionId: reviewCards.questionId,
			dueOn: reviewCards.dueOn,
			answeredOn: reviewCards.answeredOn
		})
		.from(reviewCards)
		.where(
			and(
				eq(reviewCards.learnerId, value('learnerId')),
				or(isNotNull(reviewCards.dueOn), eq(reviewCards.answeredOn, value('today')))
			)
		)
);

/** The questions of every quiz and test that a learner has not finished. */
export async function findQuestionsInHand(reader: Reader, learnerId: string): Promise<Set<string>> {
	const open = await reader
		.select({ questions: attempts.questions })
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), isNull(attempts.finishedAt)));
	return new Set(open.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)));
}

/** Every card of a learner. */
export async function findCards(reader: Reader, learnerId: string): Promise<ReviewCard[]> {
	return reader.select().from(reviewCards).where(eq(reviewCards.learnerId, learnerId));
}

/** Keeps a card in place of what it was. */
export async function keepCard(tx: Writer, card: ReviewCard): Promise<void> {
	await tx
		.insert(reviewCards)
		.values(card)
		.onConflictDoUpdate({ target: [reviewCards.learnerId, reviewCards.questionId], set: card });
}

export async function dropCard(
	tx: Writer,
	{ learnerId, questionId }: Pick<ReviewCard, 'learnerId' | 'questionId'>
): Promise<void> {
	await tx.delete(reviewCards).where(and(eq(reviewCards.learnerId, learnerId), eq(reviewCards.questionId, questionId)));
}
