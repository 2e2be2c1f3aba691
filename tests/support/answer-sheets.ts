import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { recountLater } from '../../src/assess/items/queries.ts';
import { itemFigures } from '../../src/assess/index.ts';
import { answers, attempts } from '../../src/assess/tables.ts';
import { learners } from '../../src/identity/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import { good, neighbours, type Neighbours } from './classes.ts';
import type { Phone } from './an-app.ts';
import { sixtySheets } from './sixty-sheets.ts';

export const askedThere = ['q-1', 'q-2', 'q-3', 'q-4', 'nhieu'];

const severalRight = `
:::hoi{#nhieu type="several" skill="1.2" level="medium" lesson="giu-ma"}
Câu thi có hai ý đúng là gì?

- [x] Ý đúng một
  Đúng rồi: ý một.
- [x] Ý đúng hai
  Đúng rồi: ý hai.
- [ ] Ý chưa đúng ba
  Chưa đúng: ý ba.
- [ ] Ý chưa đúng bốn
  Chưa đúng: ý bốn.
:::
`;

export type School = Neighbours;

/** Two communes and a quiz with a question of several right answers. */
export async function aSchoolWithSeveral(): Promise<School> {
	const all = await neighbours();
	await edit(all, severalRight);
	return all;
}

/** Publishes the quiz of the small course with more questions. */
async function edit({ app: { house } }: School, more: string): Promise<void> {
	appendFileSync(join(house.config.contentDir, 'courses/thu/questions/tat-ca.md'), more);
	house.clock.pass(1_000);
	await house.catalog.compile();
}

export async function aLearnerOf({ app: { house } }: School): Promise<string> {
	const id = newId();
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id, createdAt: house.clock.now() });
	});
	return id;
}

interface HandedIn {
	learnerId: string;
	/** What was chosen at each question of `asked`. */
	sheet: readonly string[];
	asked?: readonly string[];
	/** How long each answer took, in seconds. */
	seconds?: (place: number) => number;
	helped?: boolean;
	/** The test of a group; the course's quiz unless one is given. */
	testId?: string;
	voidReason?: string;
}

/** A finished attempt, as it would be kept; returns its id. */
export async function handIn({ app: { house } }: School, part: HandedIn): Promise<string> {
	const { learnerId, sheet, asked = askedThere, seconds = () => 10, helped = false, testId } = part;
	const questions = asked.map((questionId) => {
		const question = house.catalog.quizQuestions('thu', 'vi').find(({ id }) => id === questionId);
		return { questionId, hash: question?.hash ?? '', optionOrder: ['a', 'b', 'c'] };
	});
	const id = newId();
	const startedAt = house.clock.now();
	let at = startedAt.getTime();
	const given = sheet.flatMap((chosen, place) => {
		if (chosen === '-') return [];
		at += seconds(place) * 1_000;
		const questionId = asked[place] ?? '';
		return [{ ...keptAs(questionId, chosen), attemptId: id, questionId, answeredAt: new Date(at) }];
	});
	await house.store.transact(async (tx) => {
		await tx.insert(attempts).values({
			...{ id, learnerId, questions, helped, startedAt, finishedAt: new Date(at), courseHash: 'h' },
			...{
				courseVersion: 3,
				purpose: testId ? 'final' : 'quiz',
				seed: 's',
				total: asked.length,
				passPercent: 75,
				score: 0,
				passed: false
			},
			...{ courseId: testId ? `test:${testId}` : 'thu', testId: testId ?? null, voidReason: part.voidReason ?? null }
		});
		if (given.length > 0) await tx.insert(answers).values(given);
		await recountLater(tx, [learnerId]);
	});
	return id;
}

/** Graded by hand: a whole question, or half of one for each right answer less each wrong one. */
function keptAs(questionId: string, chosen: string) {
	const key: Record<string, string> = { 'q-1': 'a', 'q-2': 'b', 'q-3': 'c', 'q-4': 'a' };
	if (questionId !== 'nhieu') {
		const correct = key[questionId] === chosen;
		// As it was kept before parts of a question counted.
		return { optionId: chosen, response: null, correct, points: null };
	}
	const right = [...chosen].filter((each) => 'ab'.includes(each)).length;
	const points = Math.max(0, 2 * right - chosen.length) * 500;
	return { optionId: '', response: { options: [...chosen] }, correct: points === 1_000, points };
}

/** The sixty hand in their sheets, each answer after some seconds that differ from learner to learner. */
export async function handInSixty(all: School): Promise<string[]> {
	const ids: string[] = [];
	for (const [i, sheet] of sixtySheets.entries()) {
		const learnerId = await aLearnerOf(all);
		await handIn(all, { learnerId, sheet, seconds: (place) => 2 + ((i * 7 + place * 3) % 20) });
		ids.push(learnerId);
	}
	return ids;
}

/** What the server does every few minutes. */
export async function countAll({ app: { house } }: School): Promise<void> {
	await itemFigures(house).run();
}

/** The figures of a question as an editor reads them. */
export async function figuresOf({ root }: { root: Phone }, id: string) {
	return good(await root.call('GET', `/question-figures/${id}`));
}
