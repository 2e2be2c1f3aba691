import type { Question } from '../../catalog/index.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { AssessHouse } from '../assess-house.ts';
import { pointsOf, responseOf } from '../grading.ts';
import type { Answer } from '../queries.ts';
import type { DrawnQuestion } from '../tables.ts';
import { satTogether } from '../sittings/sat-together.ts';
import { chanceOfSame, findAlike, type Sheet } from './alike.ts';
import { fieldsOf } from './asked.ts';
import { keepFigures } from './keep-figures.ts';
import { findItem, listAnswersOf, listBegun, replaceAlike } from './queries.ts';
import type { Sitting, Sittings } from './sittings.ts';

const dayMs = 24 * 3_600_000;
/** Looked at again for as long, because answers given without signal and a helper's list may come late. */
const lookedAtDays = 3;

/**
 * Looks through the sittings of the last days for sheets that are alike beyond chance. Kept is in how many such pairs
 * each question was wrong in the same way, for editors: never whose sheets they were.
 */
export async function checkSittings(house: AssessHouse, sittings: Sittings): Promise<void> {
	const to = house.clock.now();
	const from = new Date(to.getTime() - lookedAtDays * dayMs);
	for (const known of [satTogether, sittings])
		for await (const sitting of known(house.store.read, { from, to })) await checkSitting(house, sitting);
}

function checkSitting(house: AssessHouse, sitting: Sitting): Promise<void> {
	return house.store.transact(async (tx) => {
		const { sheets, questions } = await sheetsOf(house, tx, sitting);
		const chances = new Map<string, number>();
		for (const question of questions.values()) chances.set(question.hash, await chanceOf(tx, question));
		const pairs = new Map<string, number>();
		for (const { hashes } of findAlike(sheets, (hash) => chances.get(hash) ?? 1))
			for (const hash of hashes) pairs.set(hash, (pairs.get(hash) ?? 0) + 1);
		for (const hash of await replaceAlike(tx, sitting.id, pairs)) {
			const row = await findItem(tx, hash);
			if (row) await keepFigures(house, tx, row);
		}
	});
}

/** The wrong answers of each learner's first attempt there, to questions where one option is to be chosen. */
async function sheetsOf(house: AssessHouse, reader: Reader, { id: ownId, supervised, learnerIds, ...span }: Sitting) {
	const sittingId = supervised ? ownId : null;
	const begun = learnerIds.length < 2 ? [] : await listBegun(reader, { learnerIds, ...span, sittingId });
	const firsts = begun.filter(({ learnerId }, i) => begun.findIndex((each) => each.learnerId === learnerId) === i);
	const given =
		firsts.length < 2
			? []
			: await listAnswersOf(
					reader,
					firsts.map(({ id }) => id)
				);
	const questions = await questionsOf(house, reader, firsts);
	const sheets = firsts.map(({ id, questions: drawn }): Sheet => {
		const hashOf = new Map(drawn.map(({ questionId, hash }) => [questionId, hash]));
		const wrong = given.filter((answer) => answer.attemptId === id && pointsOf(answer) === 0);
		const choices = wrong.flatMap((answer) => {
			const question = questions.get(hashOf.get(answer.questionId) ?? '');
			return question ? [[question.hash, chosenIn(question, answer)] as const] : [];
		});
		return { attemptId: id, wrong: new Map(choices) };
	});
	return { sheets, questions };
}

/** The questions of these attempts where one option is to be chosen, by the hash of their version. */
async function questionsOf(
	{ catalog }: AssessHouse,
	reader: Reader,
	attempts: readonly { questions: readonly DrawnQuestion[] }[]
): Promise<Map<string, Question>> {
	const found = new Map<string, Question>();
	for (const hash of new Set(attempts.flatMap(({ questions }) => questions.map((each) => each.hash)))) {
		const question = await catalog.findQuestion(reader, hash, 'vi');
		if (question && singleField(question)) found.set(hash, question);
	}
	return found;
}

function chosenIn(question: Question, answer: Answer): string {
	return responseOf(answer)[singleField(question)?.name ?? '']?.[0] ?? '';
}

function singleField(question: Question) {
	const [field, ...more] = fieldsOf(question);
	return field && more.length === 0 && field.control === 'one' ? field : undefined;
}

/** How likely two wrong answers to it are the same, by all that were ever counted. */
async function chanceOf(tx: Writer, question: Question): Promise<number> {
	const row = await findItem(tx, question.hash);
	const wrong = row?.figures.options.filter(({ correct }) => !correct) ?? [];
	return chanceOfSame(wrong.map(({ chosen }) => chosen));
}
