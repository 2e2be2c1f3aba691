import type { Catalog } from '../catalog/index.ts';
import { keptRows, rowsAgain, sameRows, type KeptRows } from '../platform/persistence/kept-rows.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { giveLearning, type Claim } from './merge-learning.ts';
import {
	findAllCheckAnswers,
	findAllLessonProgress,
	forgetLesson,
	keepCheckAnswer,
	keepLessonProgress
} from './queries.ts';
import { checkAnswers, lessonProgress } from './tables.ts';

interface Learnt {
	readonly answers: KeptRows;
	readonly progress: KeptRows;
}

/** What two learners had learnt before one was given the other's, and what the one had then. */
export interface JoinedLearning {
	readonly kept: Learnt;
	readonly other: Learnt;
	readonly merged: Learnt;
}

/** Gives one learner what another learnt, and returns what it takes to part them again. */
export async function joinLearning(tx: Writer, catalog: Catalog, claim: Claim): Promise<JoinedLearning> {
	const kept = await learntBy(tx, claim.intoLearnerId);
	const other = await learntBy(tx, claim.fromLearnerId);
	await giveLearning(tx, catalog, claim);
	return { kept, other, merged: await learntBy(tx, claim.intoLearnerId) };
}

/**
 * Parts them: the other has again what she had, and the one who was kept what she had. A lesson in which something was
 * learnt since stays as it is with the one who was kept.
 */
export async function partLearning(tx: Writer, claim: Claim, joined: JoinedLearning): Promise<void> {
	const { kept, other, merged } = joined;
	const now = await learntBy(tx, claim.intoLearnerId);
	const lessons = new Set([...merged.answers, ...merged.progress].map(({ lessonId }) => String(lessonId)));
	for (const lessonId of lessons) {
		if (!isSame(inLesson(now, lessonId), inLesson(merged, lessonId))) continue;
		await forgetLesson(tx, claim.intoLearnerId, lessonId);
		await putBack(tx, inLesson(kept, lessonId));
	}
	await putBack(tx, other);
}

async function learntBy(reader: Reader, learnerId: string): Promise<Learnt> {
	return {
		answers: keptRows(await findAllCheckAnswers(reader, learnerId)),
		progress: keptRows(await findAllLessonProgress(reader, learnerId))
	};
}

function inLesson({ answers, progress }: Learnt, id: string): Learnt {
	return {
		answers: answers.filter(({ lessonId }) => lessonId === id),
		progress: progress.filter(({ lessonId }) => lessonId === id)
	};
}

function isSame(a: Learnt, b: Learnt): boolean {
	return sameRows(a.answers, b.answers) && sameRows(a.progress, b.progress);
}

async function putBack(tx: Writer, { answers, progress }: Learnt): Promise<void> {
	for (const answer of rowsAgain(checkAnswers, answers)) await keepCheckAnswer(tx, answer);
	for (const each of rowsAgain(lessonProgress, progress)) await keepLessonProgress(tx, each);
}
