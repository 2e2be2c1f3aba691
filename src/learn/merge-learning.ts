import type { Catalog } from '../catalog/index.ts';
import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';
import {
	findAllCheckAnswers,
	findAllLessonProgress,
	forgetLearner,
	keepCheckAnswer,
	keepLessonProgress,
	type CheckAnswer,
	type LessonProgress
} from './queries.ts';
import { settleLesson } from './settle-lesson.ts';

/** Whose learning goes to whom. */
export interface Claim {
	readonly fromLearnerId: string;
	readonly intoLearnerId: string;
}

/**
 * Gives one learner what another learnt: the union, done before not done, the earliest completion, the latest answers.
 * Nothing stays with the first, so doing it again changes nothing.
 */
export async function mergeLearning({ store, catalog }: House & { catalog: Catalog }, claim: Claim): Promise<void> {
	if (claim.fromLearnerId === claim.intoLearnerId) return;
	await store.transact((tx) => giveLearning(tx, catalog, claim));
}

/** The same in the transaction at hand, between two who are not one. */
export async function giveLearning(tx: Writer, catalog: Catalog, claim: Claim): Promise<void> {
	const { fromLearnerId, intoLearnerId } = claim;
	await mergeAnswers(tx, claim);
	const merged = await mergeProgress(tx, claim);
	await forgetLearner(tx, fromLearnerId);
	for (const { courseId, lessonId, lastAnsweredAt: at } of merged.filter((each) => each.state !== 'done')) {
		const lesson = catalog.lesson(courseId, lessonId, 'vi');
		if (lesson) await settleLesson(tx, catalog, { learnerId: intoLearnerId, lesson, at });
	}
}

async function mergeAnswers(tx: Writer, { fromLearnerId, intoLearnerId }: Claim): Promise<void> {
	const keyOf = (answer: CheckAnswer) => `${answer.lessonId} ${answer.questionId}`;
	const own = new Map((await findAllCheckAnswers(tx, intoLearnerId)).map((answer) => [keyOf(answer), answer]));
	for (const answer of await findAllCheckAnswers(tx, fromLearnerId)) {
		const joined = joinedAnswer(answer, own.get(keyOf(answer)) ?? answer);
		await keepCheckAnswer(tx, { ...joined, learnerId: intoLearnerId });
	}
}

function joinedAnswer(a: CheckAnswer, b: CheckAnswer): CheckAnswer {
	return {
		...(a.answeredAt > b.answeredAt ? a : b),
		everCorrect: a.everCorrect || b.everCorrect,
		firstAnsweredAt: a.firstAnsweredAt < b.firstAnsweredAt ? a.firstAnsweredAt : b.firstAnsweredAt
	};
}

async function mergeProgress(tx: Writer, { fromLearnerId, intoLearnerId }: Claim): Promise<LessonProgress[]> {
	const own = new Map((await findAllLessonProgress(tx, intoLearnerId)).map((each) => [each.lessonId, each]));
	const merged: LessonProgress[] = [];
	for (const progress of await findAllLessonProgress(tx, fromLearnerId)) {
		const mine = own.get(progress.lessonId);
		const joined = { ...(mine ? joinedProgress(mine, progress) : progress), learnerId: intoLearnerId };
		await keepLessonProgress(tx, joined);
		merged.push(joined);
	}
	return merged;
}

const rank = { done: 2, 'more-questions': 1, answering: 0 };

/** The one that is further on; of two that are equally far, the earlier. */
function joinedProgress(a: LessonProgress, b: LessonProgress): LessonProgress {
	const better = rank[a.state] === rank[b.state] ? earlier(a, b) : rank[a.state] > rank[b.state] ? a : b;
	return {
		...better,
		declaredWay: better.state === 'done' ? better.declaredWay : (a.declaredWay ?? b.declaredWay),
		lastAnsweredAt: a.lastAnsweredAt > b.lastAnsweredAt ? a.lastAnsweredAt : b.lastAnsweredAt
	};
}

function earlier(a: LessonProgress, b: LessonProgress): LessonProgress {
	const at = ({ completedAt, openedAt }: LessonProgress) => (completedAt ?? openedAt)?.getTime() ?? Infinity;
	return at(b) < at(a) ? b : a;
}
