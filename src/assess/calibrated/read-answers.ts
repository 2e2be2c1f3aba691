import type { Reader } from '../../platform/persistence/store.ts';
import { AnswerList, type Answers } from '../scale/calibration/answers.ts';
import { listAnswersThatCount, listAttemptsThatCount, listTakers } from './queries.ts';

/** So many learners are in memory at once. */
const atOnce = 200;

/**
 * The answers of all finished attempts that are not void, those of tests that follow the learner too: of each learner
 * the first at each of these versions, right where it is wholly right, as in a result on the scale. What was left out is
 * no answer. Learners are read in small groups, without a transaction, so that nobody waits; they are numbers here, and
 * nothing tells whose.
 */
export async function readAnswers(reader: Reader, hashes: readonly string[]): Promise<Answers> {
	const places = new Map(hashes.map((hash, place) => [hash, place]));
	const list = new AnswerList();
	let learners = 0;
	let after: string | null = null;
	do {
		const ids: string[] = await listTakers(reader, { after, limit: atOnce });
		for (const firsts of await firstAnswers(reader, ids, places)) {
			for (const [place, right] of firsts) list.add(learners, place, right);
			learners++;
		}
		after = ids.length === atOnce ? (ids.at(-1) ?? null) : null;
	} while (after !== null);
	return list.done();
}

/** Of each of these learners the first answers, by the place of the version. */
async function firstAnswers(reader: Reader, learnerIds: readonly string[], places: ReadonlyMap<string, number>) {
	const firsts = new Map<string, Map<number, boolean>>();
	if (learnerIds.length === 0) return [];
	const attempts = await listAttemptsThatCount(reader, learnerIds);
	const drawn = new Map(
		attempts.map(({ id, learnerId, questions }) => [
			id,
			{ learnerId, hashes: new Map(questions.map(({ questionId, hash }) => [questionId, hash])) }
		])
	);
	for (const { attemptId, questionId, correct } of await listAnswersThatCount(reader, learnerIds)) {
		// Finished since the attempts were read: it waits for the next calibration.
		const attempt = drawn.get(attemptId);
		const place = places.get(attempt?.hashes.get(questionId) ?? '');
		if (!attempt || place === undefined) continue;
		const own = firsts.get(attempt.learnerId) ?? new Map<number, boolean>();
		firsts.set(attempt.learnerId, own);
		if (!own.has(place)) own.set(place, correct);
	}
	return [...firsts.values()];
}
