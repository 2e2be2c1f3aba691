import { eq } from 'drizzle-orm';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCalibrations, type Calibrations } from '../../src/assess/index.ts';
import type { TakingActor } from '../../src/assess/assess-house.ts';
import { finishAttempt } from '../../src/assess/finish-attempt.ts';
import { findPassedAttempt, findQuizStandings } from '../../src/assess/quiz-standings.ts';
import { reactions } from '../../src/assess/reactions.ts';
import { getQuiz, startAttempt } from '../../src/assess/start-attempt.ts';
import { submitAnswer } from '../../src/assess/submit-answer.ts';
import { answers, attempts } from '../../src/assess/tables.ts';
import { viewAttempt } from '../../src/assess/view-attempt.ts';
import { viewResult } from '../../src/assess/view-result.ts';
import { createCatalog, type Catalog } from '../../src/catalog/index.ts';
import { learners } from '../../src/identity/tables.ts';
import { visitor } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { facts } from '../../src/platform/tables.ts';
import { aHouse, type TestHouse } from '../support/a-house.ts';

type School = TestHouse & { catalog: Catalog; calibrations: Calibrations };

async function aSchool(settings: Record<string, string> = {}): Promise<School> {
	const house = await aHouse(settings);
	const catalog = createCatalog(house);
	await catalog.compile();
	return { ...house, catalog, calibrations: createCalibrations(house) };
}

async function aLearner(house: TestHouse): Promise<TakingActor> {
	const learnerId = newId();
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id: learnerId, createdAt: house.clock.now() });
	});
	return { ...visitor(), learnerId };
}

const start = (house: School, actor: TakingActor) => startAttempt(house, actor, getQuiz(house, 'thu'));
const finish = (house: School, actor: TakingActor, attemptId: string, finishUnanswered = false) =>
	finishAttempt(house, actor, { attemptId, finishUnanswered });

/** The right option of a question, or a wrong one. */
function option(house: School, questionId: string, right: boolean): string {
	const question = house.catalog.quizQuestions('thu', 'vi').find((each) => each.id === questionId);
	return question?.options.find((each) => each.correct === right)?.id ?? '';
}

/** Begins a quiz and answers its first questions rightly, the rest wrongly. */
async function anAnsweredAttempt(house: School, actor: TakingActor, right: number) {
	const { attempt } = await start(house, actor);
	for (const [i, { id: questionId }] of attempt.questions.entries())
		await submitAnswer(house, actor, {
			attemptId: attempt.id,
			questionId,
			response: { option: [option(house, questionId, i < right)] }
		});
	return attempt;
}

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'accepted',
		(error: unknown) => (error instanceof Refusal ? error.code : error)
	);

/** A school whose content lies in a folder of its own, to be edited in the middle of a quiz. */
async function anEditedSchool(): Promise<{ house: School; edit(change: (text: string) => string): Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-edited-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	cpSync(join(import.meta.dirname, '../support/content'), folder, { recursive: true });
	const house = await aSchool({ CONTENT_DIR: folder });
	const files = ['courses/thu/questions/tat-ca.md', 'courses/thu/course.md'].map((name) => join(folder, name));
	return {
		house,
		async edit(change) {
			for (const file of files) writeFileSync(file, change(readFileSync(file, 'utf8')));
			house.clock.pass(1_000);
			expect(await house.catalog.compile()).toMatchObject({ changed: true });
		}
	};
}

/** In every question another option is the right one: the one after it, and the first after the last. */
function marksMoved(text: string): string {
	return text
		.split(':::hoi')
		.map((block) => {
			const marks = block.match(/^- \[[ x]\]/gm) ?? [];
			let at = -1;
			return block.replace(/^- \[[ x]\]/gm, () => marks.at(at++) ?? '');
		})
		.join(':::hoi');
}

describe('beginning a quiz', () => {
	it('draws as many questions as the course asks, evenly over its lessons, and holds no key', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const { attempt, resumed } = await start(house, actor);
		expect(resumed).toBe(false);
		expect(attempt).toMatchObject({
			courseId: 'thu',
			courseTitle: 'Khóa thử: giữ kín mã',
			answered: 0,
			total: 4,
			finishedAt: null
		});
		const lessons = attempt.questions.map(
			({ id }) => house.catalog.quizQuestions('thu', 'vi').find((each) => each.id === id)?.lessonId
		);
		expect(lessons.sort()).toEqual(['giu-ma', 'giu-ma', 'hoi-lai', 'hoi-lai']);
		expect(JSON.stringify(attempt)).not.toMatch(/giải thích|"correct"|explanation/);
		for (const question of attempt.questions)
			expect(Object.keys(question).sort()).toEqual([
				...['fields', 'fixed', 'hint', 'id', 'response', 'review', 'stem', 'type']
			]);
	});

	it('goes on with the open attempt, also when two phones begin at once', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const begun = await Promise.all(Array.from({ length: 6 }, () => start(house, actor)));
		expect(new Set(begun.map(({ attempt }) => attempt.id)).size).toBe(1);
		expect(begun.filter(({ resumed }) => !resumed)).toHaveLength(1);
		expect(await house.store.read.$count(attempts)).toBe(1);
	});

	it('asks other questions again and again, as long as there are any', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const seen: string[] = [];
		for (let i = 0; i < 3; i++) {
			const { attempt } = await start(house, actor);
			seen.push(...attempt.questions.map((question) => question.id));
			await finish(house, actor, attempt.id, true);
			house.clock.pass(1_000);
		}
		expect(new Set(seen).size).toBe(12);
		expect((await start(house, actor)).attempt.questions.map((question) => question.id).sort()).toEqual(
			seen.slice(0, 4).sort()
		);
	});

	it('refuses a course that is not there or has no questions', async () => {
		const house = await aSchool();
		const empty = { ...house, catalog: { ...house.catalog, quizQuestions: () => [] } };
		expect(() => getQuiz(house, 'khong-co')).toThrow('catalog.no-such-course');
		expect(() => getQuiz(empty, 'thu')).toThrow('assess.no-quiz');
	});
});

describe('answering', () => {
	it('keeps one answer per question, whichever was sent last, and the same one sent twice as one', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const { attempt } = await start(house, actor);
		const questionId = attempt.questions[0]?.id ?? '';
		const send = (right: boolean) =>
			submitAnswer(house, actor, {
				attemptId: attempt.id,
				questionId,
				response: { option: [option(house, questionId, right)] }
			});
		await Promise.all(Array.from({ length: 6 }, () => send(false)));
		expect(await send(true)).toEqual({
			response: { option: [option(house, questionId, true)] },
			answered: 1,
			total: 4
		});
		expect(await house.store.read.select().from(answers)).toMatchObject([{ questionId, correct: true }]);
		expect((await viewAttempt(house, actor, attempt.id)).questions[0]?.response).toEqual({
			option: [option(house, questionId, true)]
		});
	});

	it('refuses what was not asked, what is no option, a closed attempt and somebody else’s', async () => {
		const house = await aSchool();
		const [actor, other] = [await aLearner(house), await aLearner(house)];
		const { attempt } = await start(house, actor);
		const asked = attempt.questions.map((question) => question.id);
		const questionId = asked[0] ?? '';
		const notAsked = house.catalog.quizQuestions('thu', 'vi').find((each) => !asked.includes(each.id))?.id ?? '';
		const send = (who: TakingActor, change: object) =>
			code(
				submitAnswer(house, who, {
					attemptId: attempt.id,
					questionId,
					response: { option: [option(house, questionId, true)] },
					...change
				})
			);
		expect(await send(actor, { questionId: notAsked })).toBe('assess.question-not-asked');
		expect(await send(actor, { response: { option: ['z'] } })).toBe('assess.no-such-option');
		expect(await send(actor, { attemptId: 'khong-co' })).toBe('assess.no-such-attempt');
		expect(await send(other, {})).toBe('assess.no-such-attempt');
		expect(await house.store.read.$count(answers)).toBe(0);
		await finish(house, actor, attempt.id, true);
		expect(await send(actor, {})).toBe('assess.attempt-closed');
		expect(await house.store.read.$count(answers)).toBe(0);
	});

	it('survives a killed process: another one finds the answers and goes on', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const attempt = await anAnsweredAttempt(house, actor, 4);
		const other = await openStore(house.config);
		const afterwards = { ...house, store: other };
		expect(await viewAttempt(afterwards, actor, attempt.id)).toMatchObject({ answered: 4 });
		expect((await finish(afterwards, actor, attempt.id)).score).toBe(4);
		await other.close();
	});

	it('keeps to what was drawn when the content changes meanwhile', async () => {
		const { house, edit } = await anEditedSchool();
		const actor = await aLearner(house);
		const attempt = await anAnsweredAttempt(house, actor, 3);
		const lastId = attempt.questions[3]?.id ?? '';
		const right = option(house, lastId, true);
		await edit((text) =>
			marksMoved(text).replaceAll('Câu thi', 'Câu mới').replace('passPercent: 75', 'passPercent: 100')
		);
		expect(house.catalog.course('thu', 'vi')?.passPercent).toBe(100);
		expect(option(house, lastId, true)).not.toBe(right);
		const { questions } = await viewAttempt(house, actor, attempt.id);
		expect(questions.map(({ response: _, ...question }) => question)).toEqual(
			attempt.questions.map(({ response: _, ...question }) => question)
		);
		await submitAnswer(house, actor, { attemptId: attempt.id, questionId: lastId, response: { option: [right] } });
		const result = await finish(house, actor, attempt.id);
		expect(result).toMatchObject({ score: 4, passPercent: 75, needed: 3, passed: true });
		expect(result.questions[3]).toMatchObject({ correct: true, stem: attempt.questions[3]?.stem });
	});
});

describe('finishing', () => {
	it('tells the score, the reason for every option and what to read again', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const attempt = await anAnsweredAttempt(house, actor, 2);
		const result = await finish(house, actor, attempt.id);
		expect(result).toMatchObject({
			score: 2,
			total: 4,
			percent: 50,
			passPercent: 75,
			needed: 3,
			passed: false,
			recordOffer: false
		});
		expect(result.message).toMatch(/^Được 2\/4\. Xem lại bài [12](, 2)? rồi làm tiếp\.$/);
		expect(result.questions.map((question) => question.correct)).toEqual([true, true, false, false]);
		for (const { id, fields, lesson } of result.questions) {
			const options = fields[0]?.options;
			expect(options?.filter((each) => each.correct)).toHaveLength(1);
			for (const each of options ?? []) expect(each.explanation).toContain(`của ${id}.`);
			expect(lesson?.href).toBe(`/khoa-hoc/thu/${lesson?.id}`);
		}
		const wrong = new Set(result.questions.filter((each) => !each.correct).map((each) => each.lesson?.id));
		expect(result.review.map((lesson) => lesson.id)).toEqual(['giu-ma', 'hoi-lai'].filter((id) => wrong.has(id)));
		const order = ({ fields }: { fields: { options: { id: string }[] }[] }) => fields[0]?.options.map(({ id }) => id);
		expect(result.questions.map(order)).toEqual(attempt.questions.map(order));
	});

	it('with questions left open needs to be said, and counts them as wrong', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const { attempt } = await start(house, actor);
		expect(await code(finish(house, actor, attempt.id))).toBe('assess.unanswered');
		expect((await viewAttempt(house, actor, attempt.id)).finishedAt).toBeNull();
		expect(await finish(house, actor, attempt.id, true)).toMatchObject({ score: 0, passed: false });
	});

	it('twice, or by two phones at once, is the same result and the fact of passing once', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const attempt = await anAnsweredAttempt(house, actor, 3);
		const results = await Promise.all(Array.from({ length: 4 }, () => finish(house, actor, attempt.id)));
		house.clock.pass(60_000);
		results.push(await finish(house, actor, attempt.id));
		for (const result of results) expect(result).toEqual(results[0]);
		const recorded = await house.store.read.select().from(facts).where(eq(facts.name, 'assess.passed'));
		expect(recorded.map((fact) => fact.payload)).toEqual([
			{ attemptId: attempt.id, learnerId: actor.learnerId, courseId: 'thu' }
		]);
	});

	it('records no fact when it was not passed', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await finish(house, actor, (await anAnsweredAttempt(house, actor, 2)).id);
		expect(await house.store.read.$count(facts)).toBe(0);
	});

	it('shows the result to her alone, and not before the end', async () => {
		const house = await aSchool();
		const [actor, other] = [await aLearner(house), await aLearner(house)];
		const attempt = await anAnsweredAttempt(house, actor, 4);
		expect(await code(viewResult(house, actor, attempt.id))).toBe('assess.attempt-open');
		await finish(house, actor, attempt.id);
		expect(await code(viewResult(house, actor, attempt.id))).toBe('accepted');
		for (const view of [viewResult, viewAttempt])
			expect(await code(view(house, other, attempt.id))).toBe('assess.no-such-attempt');
		expect(await code(finish(house, other, attempt.id))).toBe('assess.no-such-attempt');
	});
});

describe('where somebody stands in a quiz', () => {
	it('is her best attempt, the open one, and the one that passed', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		expect((await findQuizStandings(house.store.read, actor.learnerId)).size).toBe(0);
		const passed = await anAnsweredAttempt(house, actor, 3);
		await finish(house, actor, passed.id);
		house.clock.pass(1_000);
		await finish(house, actor, (await anAnsweredAttempt(house, actor, 1)).id);
		house.clock.pass(1_000);
		const { attempt } = await start(house, actor);
		expect((await findQuizStandings(house.store.read, actor.learnerId)).get('thu')).toEqual({
			best: { score: 3, total: 4, passed: true },
			openAttempt: { id: attempt.id, startedAt: house.clock.now() },
			passedAttemptId: passed.id,
			touchedAt: house.clock.now()
		});
	});

	it('gives a record what it tells of a passed attempt, and nothing of another', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const attempt = await anAnsweredAttempt(house, actor, 4);
		expect(await findPassedAttempt(house.store.read, attempt.id)).toBeUndefined();
		await finish(house, actor, attempt.id);
		expect(await findPassedAttempt(house.store.read, attempt.id)).toMatchObject({
			learnerId: actor.learnerId,
			courseId: 'thu',
			courseVersion: 3,
			score: 4,
			total: 4,
			passPercent: 75,
			finishedAt: house.clock.now()
		});
		expect(await findPassedAttempt(house.store.read, 'khong-co')).toBeUndefined();
	});
});

describe('attempts made on a device', () => {
	async function claim(house: School, from: TakingActor, into: TakingActor): Promise<void> {
		house.facts.wire(reactions(house));
		const payload = { fromLearnerId: from.learnerId, intoLearnerId: into.learnerId };
		await house.store.transact((tx) => house.facts.record(tx, 'identity.device-claimed', payload));
		expect(await house.facts.runDue()).toBe(1);
	}

	it('follow the learning: the best result of both is hers, and nothing shows on the device any more', async () => {
		const house = await aSchool();
		const [device, actor] = [await aLearner(house), await aLearner(house)];
		const passed = await anAnsweredAttempt(house, device, 4);
		await finish(house, device, passed.id);
		await finish(house, actor, (await anAnsweredAttempt(house, actor, 1)).id);
		for (let again = 0; again < 2; again++) {
			await claim(house, device, actor);
			expect((await findQuizStandings(house.store.read, actor.learnerId)).get('thu')).toMatchObject({
				best: { score: 4, total: 4, passed: true },
				passedAttemptId: passed.id
			});
		}
		expect((await findQuizStandings(house.store.read, device.learnerId)).size).toBe(0);
		expect(await code(viewResult(house, device, passed.id))).toBe('assess.no-such-attempt');
	});

	it('of two open ones at a course keep the one touched last', async () => {
		const house = await aSchool();
		for (const deviceLast of [true, false]) {
			const [device, actor] = [await aLearner(house), await aLearner(house)];
			const inTurn = deviceLast ? [actor, device] : [device, actor];
			const open: string[] = [];
			for (const who of inTurn) {
				open.push((await anAnsweredAttempt(house, who, 1)).id);
				house.clock.pass(1_000);
			}
			await claim(house, device, actor);
			const { attempt, resumed } = await start(house, actor);
			expect([attempt.id, attempt.answered, resumed]).toEqual([open[1], 4, true]);
			expect(await code(viewAttempt(house, actor, open[0] ?? ''))).toBe('assess.no-such-attempt');
		}
	});
});
