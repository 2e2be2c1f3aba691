import { desc, eq, inArray } from 'drizzle-orm';
import { mostEntries } from '../platform/own-data.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { answers, attempts, itemCounted, itemRecounts, reviewCards, sittingExtensions } from './tables.ts';

/** What somebody attempted, the newest first, without the questions that were drawn. */
export function listOwnAttempts(reader: Reader, learnerIds: readonly string[]) {
	const { courseId, testId, purpose, startedAt, finishedAt, score, total, passed, level } = attempts;
	const { helped, assurance, sitterName, voidReason } = attempts;
	const shown = { courseId, testId, purpose, startedAt, finishedAt, score, total, passed, level };
	return reader
		.select({ ...shown, helped, assurance, sitterName, voidReason })
		.from(attempts)
		.where(inArray(attempts.learnerId, [...learnerIds]))
		.orderBy(desc(attempts.startedAt), desc(attempts.id))
		.limit(mostEntries);
}

/** What somebody answered in attempts; told only of those that are finished, as verdicts are. */
export function listOwnAnswers(reader: Reader, learnerIds: readonly string[]) {
	const { questionId, optionId, response, correct, points, answeredAt } = answers;
	return reader
		.select({
			...{ courseId: attempts.courseId, finishedAt: attempts.finishedAt },
			...{ questionId, optionId, response, correct, points, answeredAt }
		})
		.from(answers)
		.innerJoin(attempts, eq(attempts.id, answers.attemptId))
		.where(inArray(attempts.learnerId, [...learnerIds]))
		.orderBy(desc(answers.answeredAt))
		.limit(mostEntries);
}

async function listAttemptIds(reader: Reader, learnerIds: readonly string[]): Promise<string[]> {
	const rows = await reader
		.select({ id: attempts.id })
		.from(attempts)
		.where(inArray(attempts.learnerId, [...learnerIds]));
	return rows.map(({ id }) => id);
}

/** Gives attempts to somebody of whom nothing else is known, and takes out of them all but how they ended. */
export async function bareAttempts(tx: Writer, ids: readonly string[], learnerId: string): Promise<void> {
	const nothing = {
		questions: [],
		seed: '',
		sitterName: null,
		sittingId: null,
		paperCode: null,
		ability: null,
		abilityError: null
	};
	for (const group of inGroups(ids)) {
		await forgetAnswers(tx, group);
		await tx
			.update(attempts)
			.set({ ...nothing, learnerId })
			.where(inArray(attempts.id, group));
	}
}

/** What somebody missed and is asked again. */
export function listOwnCards(reader: Reader, learnerIds: readonly string[]) {
	const { questionId: question, missedOn, dueOn, reps, lapses, answeredOn } = reviewCards;
	return reader
		.select({ question, missedOn, dueOn, reps, lapses, answeredOn })
		.from(reviewCards)
		.where(inArray(reviewCards.learnerId, [...learnerIds]))
		.limit(mostEntries);
}

export async function dropCards(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	await tx.delete(reviewCards).where(inArray(reviewCards.learnerId, [...learnerIds]));
}

export async function dropAttempts(tx: Writer, learnerIds: readonly string[]): Promise<void> {
	for (const group of inGroups(await listAttemptIds(tx, learnerIds))) {
		await forgetAnswers(tx, group);
		await tx.delete(attempts).where(inArray(attempts.id, group));
	}
	await tx.delete(itemRecounts).where(inArray(itemRecounts.learnerId, [...learnerIds]));
}

async function forgetAnswers(tx: Writer, attemptIds: string[]): Promise<void> {
	await tx.delete(answers).where(inArray(answers.attemptId, attemptIds));
	await tx.delete(itemCounted).where(inArray(itemCounted.attemptId, attemptIds));
	await tx.delete(sittingExtensions).where(inArray(sittingExtensions.attemptId, attemptIds));
}

const groupSize = 500;

function inGroups(ids: readonly string[]): string[][] {
	return Array.from({ length: Math.ceil(ids.length / groupSize) }, (_, i) =>
		ids.slice(i * groupSize, (i + 1) * groupSize)
	);
}
