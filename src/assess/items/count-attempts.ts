import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Question } from '../../catalog/index.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findAnswers } from '../queries.ts';
import { count, noCounters } from './counters.ts';
import { keepFigures, recentSince, type CountedRow } from './keep-figures.ts';
import { meetingOf, type FinishedAttempt } from './meetings.ts';
import { dropWaiting, findCounted, findItem, keepCounted, listFinished, listWaiting } from './queries.ts';

/** Small transactions: learners' own wait only for a moment. */
const atOnce = 20;

/** Counts what waits to be counted, some learners at a time; what comes meanwhile is counted too. */
export async function countAttempts(house: AssessHouse): Promise<void> {
	const questions = new Map<string, Question | null>();
	while (await countSome(house, questions)) await nextTurn();
}

/** Versions that were read already: they never change. */
type Questions = Map<string, Question | null>;

/** True when there may be more. */
function countSome(house: AssessHouse, questions: Questions): Promise<boolean> {
	return house.store.transact(async (tx) => {
		const waiting = await listWaiting(tx, atOnce);
		const counting = new Counting(house, { tx, questions });
		for (const learnerId of new Set(waiting.map((each) => each.learnerId))) {
			await counting.recount(learnerId);
			await nextTurn(); // pages are served meanwhile
		}
		await counting.keep();
		if (waiting.length > 0)
			await dropWaiting(
				tx,
				waiting.map(({ id }) => id)
			);
		return waiting.length === atOnce;
	});
}

/** One transaction's work on the counters: each version is read once and written once. */
class Counting {
	readonly #house: AssessHouse;
	readonly #tx: Writer;
	readonly #rows = new Map<string, CountedRow>();

	readonly #questions: Questions;

	constructor(house: AssessHouse, { tx, questions }: { tx: Writer; questions: Questions }) {
		this.#house = house;
		this.#tx = tx;
		this.#questions = questions;
	}

	/**
	 * Of all finished attempts of a learner, the first at each question counts, whichever version of it: who has met it
	 * once is not new to it. What is counted and should not be (an attempt went to another learner who had met it
	 * before) is taken out again, so doing it again changes nothing, and no order of arrival matters.
	 */
	async recount(learnerId: string): Promise<void> {
		const counted = await findCounted(this.#tx, learnerId);
		const met = new Set<string>();
		for (const attempt of await listFinished(this.#tx, learnerId)) {
			const ids = attempt.questions.map(({ questionId }) => questionId);
			const wanted = this.#counts(attempt) ? ids.filter((id) => !met.has(id)) : [];
			ids.forEach((id) => met.add(id));
			const already = counted.get(attempt.id) ?? [];
			await this.#countIn(attempt, { ids: wanted.filter((id) => !already.includes(id)), sign: 1 });
			await this.#countIn(attempt, { ids: already.filter((id) => !wanted.includes(id)), sign: -1 });
			if (already.join(' ') !== wanted.join(' ')) await keepCounted(this.#tx, attempt.id, wanted);
		}
	}

	/**
	 * Where later questions follow the answers to earlier ones, the able get harder ones: neither shares nor rest scores
	 * can be compared then. What a supervisor declared void says nothing either.
	 */
	#counts({ testId, voidReason }: FinishedAttempt): boolean {
		if (voidReason !== null) return false;
		return testId === null || this.#house.catalog.test(testId)?.way === 'form';
	}

	/** Writes down what has changed, with the figures that come of it. */
	async keep(): Promise<void> {
		for (const row of this.#rows.values()) {
			await keepFigures(this.#house, this.#tx, row);
			await nextTurn();
		}
	}

	async #countIn(attempt: FinishedAttempt, { ids, sign }: { ids: readonly string[]; sign: 1 | -1 }): Promise<void> {
		if (ids.length === 0) return;
		const answers = await findAnswers(this.#tx, attempt.id);
		const since = recentSince(this.#house);
		for (const { hash, questionId } of attempt.questions) {
			const question = ids.includes(questionId) ? await this.#find(hash) : null;
			if (!question) continue;
			const row = await this.#row(attempt, question);
			count(row.counters, meetingOf(attempt, answers, question), { sign, since });
			if (attempt.finishedAt < row.firstAt) this.#rows.set(hash, { ...row, firstAt: attempt.finishedAt });
		}
	}

	async #find(hash: string): Promise<Question | null> {
		const known = this.#questions.get(hash);
		if (known !== undefined) return known;
		const found = await this.#house.catalog.findQuestion(this.#tx, hash, 'vi');
		this.#questions.set(hash, found);
		return found;
	}

	async #row({ finishedAt }: FinishedAttempt, { hash, id, courseId }: Question): Promise<CountedRow> {
		const known = this.#rows.get(hash) ??
			(await findItem(this.#tx, hash)) ?? {
				...{ hash, courseId, questionId: id, firstAt: finishedAt },
				counters: noCounters()
			};
		this.#rows.set(hash, known);
		return known;
	}
}
