import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import { learners } from '../../src/identity/tables.ts';
import { answerCheckQuestion, getChoice } from '../../src/learn/answer-check-question.ts';
import { declareWay } from '../../src/learn/declare-way.ts';
import { findDeviceLearning } from '../../src/learn/find-device-learning.ts';
import { findOwnLesson } from '../../src/learn/find-own-lesson.ts';
import { findNextStep, findProgress } from '../../src/learn/find-progress.ts';
import type { LearnHouse, LearningActor, QuizStanding } from '../../src/learn/learn-house.ts';
import { reactions } from '../../src/learn/reactions.ts';
import { checkAnswers, lessonProgress } from '../../src/learn/tables.ts';
import { visitor } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import type { Miss } from '../../src/learn/index.ts';
import { aHouse, type TestHouse } from '../support/a-house.ts';

const courseId = 'thu';
const lessonId = 'giu-ma';
/** Longer than reading and answering a lesson of the test course at the fastest takes, in milliseconds. */
const plausible = 60_000;

type School = LearnHouse & TestHouse & { quizzes: Map<string, QuizStanding>; records: Set<string>; misses: Miss[] };

/** A house with the test course; what the rooms above would say is set by the test. */
async function aSchool(): Promise<School> {
	const house = await aHouse();
	const catalog = createCatalog(house);
	await catalog.compile();
	const quizzes = new Map<string, QuizStanding>();
	const records = new Set<string>();
	const misses: Miss[] = [];
	const afterLessons = {
		quizzes: async () => quizzes,
		coursesWithRecord: async () => records,
		missed: async (_tx: unknown, miss: Miss) => void misses.push(miss)
	};
	return { ...house, catalog, afterLessons, quizzes, records, misses };
}

async function aLearner(house: TestHouse): Promise<LearningActor> {
	const learnerId = newId();
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id: learnerId, createdAt: house.clock.now() });
	});
	return { ...visitor(), learnerId };
}

interface Given {
	lessonId?: string;
	way?: 'online' | 'offline';
	sentAt?: Date | null;
	openedAt?: Date;
	answeredAt?: Date;
}

/** Answers a check question with an option by its place, the first one unless said otherwise. */
function answer(house: School, actor: LearningActor, questionId: string, given: Given & { option?: number } = {}) {
	const defaults = { lessonId, option: 0, way: 'online' as const, sentAt: null, openedAt: null, answeredAt: null };
	const { way, sentAt, openedAt, answeredAt, ...chosen } = { ...defaults, ...given };
	const optionId = house.catalog.checkQuestion(questionId, 'vi')?.options[chosen.option]?.id ?? 'none';
	const choice = getChoice(house.catalog, actor, { courseId, lessonId: chosen.lessonId, questionId, optionId });
	return answerCheckQuestion(house, actor, {
		choice,
		circumstances: { way, sentAt, device: { openedAt, answeredAt } }
	});
}

const standing = (house: School, id = lessonId) =>
	house.catalog.checkQuestions(id, 'vi').map((question) => question.id);
const [q1, q2] = ['giu-ma-1', 'giu-ma-2'] as const;

async function learn(house: School, actor: LearningActor, id = lessonId): Promise<void> {
	const sentAt = house.clock.now();
	house.clock.pass(plausible);
	for (const questionId of standing(house, id)) await answer(house, actor, questionId, { lessonId: id, sentAt });
}

async function progressOf(house: School, actor: LearningActor) {
	const rows = await house.store.read.select().from(lessonProgress);
	return rows.filter((row) => row.learnerId === actor.learnerId);
}

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'accepted',
		(error: unknown) => (error instanceof Refusal ? error.code : error)
	);

describe('answering a check question', () => {
	it('says at once which options are right and why, and keeps the answer', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const verdict = await answer(house, actor, q1, { option: 1 });
		expect(verdict).toMatchObject({ questionId: q1, correct: false, message: 'Chưa đúng. Xem vì sao, rồi thử lại.' });
		expect(verdict.options.map((option) => option.correct)).toEqual([true, false, false]);
		for (const option of verdict.options) expect(option.explanation).toMatch(/lời giải thích \d của giu-ma-1/);
		expect(verdict.lesson).toMatchObject({ state: 'answering', answered: 1, total: 2, moreQuestions: [], next: null });
		expect(await house.store.read.$count(checkAnswers)).toBe(1);
	});

	it('takes another try, and remembers that it was right once', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await answer(house, actor, q1, { option: 1 });
		house.clock.pass(1_000);
		expect((await answer(house, actor, q1)).message).toBe('Đúng rồi. Xem vì sao ở dưới.');
		house.clock.pass(1_000);
		await answer(house, actor, q1, { option: 2 });
		const [row] = await house.store.read.select().from(checkAnswers);
		expect(row).toMatchObject({ correct: false, everCorrect: true, way: 'online', timeSource: 'server' });
		expect(row?.firstAnsweredAt).toEqual(new Date('2026-11-23T02:00:00Z'));
		expect(row?.answeredAt).toEqual(new Date('2026-11-23T02:00:02Z'));
	});

	it('sent twice at the same moment is kept once', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await Promise.all(Array.from({ length: 8 }, () => answer(house, actor, q1)));
		expect(await house.store.read.$count(checkAnswers)).toBe(1);
		expect(await progressOf(house, actor)).toHaveLength(1);
	});

	it('refuses a lesson, question or option that is not there, and quiz and exam questions', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const asked = async (change: object) =>
			getChoice(house.catalog, actor, { courseId, lessonId, questionId: q1, optionId: 'a', ...change });
		expect(await code(asked({ courseId: 'khong-co' }))).toBe('learn.no-such-lesson');
		expect(await code(asked({ lessonId: 'khong-co' }))).toBe('learn.no-such-lesson');
		for (const questionId of ['khong-co', 'q-1', 'e-1'])
			expect(await code(asked({ questionId }))).toBe('learn.question-not-here');
		expect(await code(asked({ optionId: 'z' }))).toBe('learn.no-such-option');
	});

	it('refuses a question of another lesson, and a further question that was not asked', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		expect(await code(answer(house, actor, 'hoi-lai-1'))).toBe('learn.question-not-here');
		expect(await code(answer(house, actor, 'giu-ma-t1'))).toBe('learn.question-not-here');
		expect(() =>
			getChoice(house.catalog, visitor(), { courseId, lessonId, questionId: 'giu-ma-t1', optionId: 'a' })
		).toThrow(Refusal);
		expect(await house.store.read.$count(checkAnswers)).toBe(0);
		expect(await house.store.read.$count(lessonProgress)).toBe(0);
	});
});

describe('honest learning', () => {
	it('counts a lesson that was sent a plausible time before its last answer, wrong answers too', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const sentAt = house.clock.now();
		await answer(house, actor, q1, { sentAt, option: 1 });
		house.clock.pass(plausible);
		const { lesson } = await answer(house, actor, q2, { sentAt, option: 2 });
		expect(lesson).toMatchObject({
			state: 'done',
			answered: 2,
			next: { kind: 'lesson', href: '/khoa-hoc/thu/hoi-lai' }
		});
		expect(await progressOf(house, actor)).toMatchObject([
			{ state: 'done', pace: 'plausible', openedSource: 'server', openedAt: sentAt, completedAt: house.clock.now() }
		]);
	});

	it('asks two more questions after very quick answers, and then counts it', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const sentAt = house.clock.now();
		house.clock.pass(2_000);
		await answer(house, actor, q1, { sentAt });
		const { lesson } = await answer(house, actor, q2, { sentAt });
		expect(lesson).toMatchObject({ state: 'more-questions', message: 'Trả lời thêm hai câu để ghi nhận bài.' });
		const asked = lesson.moreQuestions.map((question) => question.id);
		expect([...asked].sort()).toEqual(['giu-ma-t1', 'giu-ma-t2']);
		expect(JSON.stringify(lesson)).not.toMatch(/giải thích|correct/);

		const after = await answer(house, actor, asked[0] ?? '', { sentAt });
		expect(after.lesson).toMatchObject({ state: 'more-questions', message: 'Trả lời thêm một câu để ghi nhận bài.' });
		expect(after.lesson.moreQuestions.map((question) => question.id)).toEqual(asked.slice(1));
		expect((await answer(house, actor, asked[1] ?? '', { sentAt })).lesson.state).toBe('done');
		expect(await progressOf(house, actor)).toMatchObject([{ state: 'done', pace: 'extra-questions' }]);
	});

	it('without a known opening believes the reading, and never asks more than two further questions', async () => {
		const house = await aSchool();
		const calm = await aLearner(house);
		await answer(house, calm, q1);
		house.clock.pass(4_000);
		expect((await answer(house, calm, q2)).lesson.state).toBe('done');
		expect(await progressOf(house, calm)).toMatchObject([
			{ openedAt: null, openedSource: 'unknown', pace: 'plausible' }
		]);

		const quick = await aLearner(house);
		await answer(house, quick, q1);
		expect((await answer(house, quick, q2)).lesson.moreQuestions).toHaveLength(2);
	});

	it('asks nothing more of someone who listened, read on paper or was helped', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const sentAt = house.clock.now();
		await answer(house, actor, q1, { sentAt });
		await answer(house, actor, q2, { sentAt });
		const lesson = await declareWay(house, actor, { courseId, lessonId, way: 'listened' });
		expect(lesson).toMatchObject({ state: 'done', moreQuestions: [] });
		expect(await progressOf(house, actor)).toMatchObject([{ pace: 'declared', declaredWay: 'listened' }]);
	});

	it('takes the declaration before the answers too, but not instead of them', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		expect((await declareWay(house, actor, { courseId, lessonId, way: 'paper' })).state).toBe('answering');
		await answer(house, actor, q1);
		expect((await answer(house, actor, q2)).lesson.state).toBe('done');
		expect(await code(declareWay(house, actor, { courseId, lessonId: 'khong-co', way: 'paper' }))).toBe(
			'learn.no-such-lesson'
		);
	});

	it('believes the times of a phone that was offline, and marks them', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const ago = (seconds: number) => new Date(house.clock.now().getTime() - seconds * 1_000);
		const offline = { way: 'offline' as const, openedAt: ago(7_200) };
		// The queue of the phone may empty itself in any order.
		await answer(house, actor, q2, { ...offline, answeredAt: ago(7_000) });
		const { lesson } = await answer(house, actor, q1, { ...offline, answeredAt: ago(7_100) });
		expect(lesson.state).toBe('done');
		expect(await progressOf(house, actor)).toMatchObject([
			{ openedSource: 'device', openedAt: ago(7_200), completedAt: ago(7_000) }
		]);
		const rows = await house.store.read.select().from(checkAnswers);
		expect(rows.map((row) => [row.timeSource, row.way])).toEqual([
			['device', 'offline'],
			['device', 'offline']
		]);
	});

	it('takes the earlier of what the phone says and what the server knows as the opening', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const ago = (seconds: number) => new Date(house.clock.now().getTime() - seconds * 1_000);
		const times = { way: 'offline' as const, openedAt: ago(5), answeredAt: ago(1) };
		await answer(house, actor, q1, { ...times, sentAt: ago(600) });
		expect((await answer(house, actor, q2, times)).lesson.state).toBe('done');
		expect(await progressOf(house, actor)).toMatchObject([{ openedSource: 'server', openedAt: ago(600) }]);
	});

	it('sets the times of a wrong clock aside, but keeps the answer', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		const wrong = {
			way: 'offline' as const,
			openedAt: new Date('2020-01-01T00:00:00Z'),
			answeredAt: new Date('2020-01-01T00:01:00Z')
		};
		await answer(house, actor, q1, wrong);
		const [row] = await house.store.read.select().from(checkAnswers);
		expect(row).toMatchObject({ timeSource: 'server', way: 'offline', answeredAt: house.clock.now() });
		expect(await progressOf(house, actor)).toMatchObject([{ openedSource: 'unknown' }]);
	});

	it('keeps a lesson done, whatever is answered later', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await learn(house, actor);
		const [before] = await progressOf(house, actor);
		house.clock.pass(86_400_000);
		expect((await answer(house, actor, q1, { option: 2 })).lesson.state).toBe('done');
		expect(await progressOf(house, actor)).toMatchObject([{ ...before, lastAnsweredAt: house.clock.now() }]);
	});
});

describe('where she stands', () => {
	it('is nothing for a visitor, and nothing is written to find out', async () => {
		const house = await aSchool();
		expect(await findProgress(house, visitor(), [])).toEqual({
			learner: { known: false },
			courses: [],
			next: { kind: 'start', href: '/', title: 'Muốn học để làm gì?', detail: expect.any(String) }
		});
		expect(await findOwnLesson(house, visitor(), { courseId, lessonId })).toMatchObject({
			state: 'not-started',
			answers: []
		});
		expect(await house.store.read.$count(lessonProgress)).toBe(0);
	});

	it('counts lessons done and shows every lesson of a course begun', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await learn(house, actor);
		house.quizzes.set(courseId, {
			best: { score: 2, total: 4, passed: false },
			openAttempt: { id: 'a', startedAt: new Date(0) },
			passedAttemptId: null,
			touchedAt: new Date(0)
		});
		const { learner, courses } = await findProgress(house, actor, []);
		expect(learner.known).toBe(true);
		expect(courses).toEqual([
			{
				courseId,
				title: 'Khóa thử: giữ kín mã',
				lessonsDone: 1,
				lessonsTotal: 2,
				lessons: [
					{ lessonId: 'giu-ma', state: 'done' },
					{ lessonId: 'hoi-lai', state: 'not-started' }
				],
				quiz: { best: { score: 2, total: 4, passed: false }, openAttemptId: 'a' }
			}
		]);
	});

	it('tells her answers in a lesson, and the further questions still open', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await answer(house, actor, q1, { option: 1 });
		await answer(house, actor, q2);
		const own = await findOwnLesson(house, actor, { courseId, lessonId });
		expect(own).toMatchObject({ state: 'more-questions', answered: 2 });
		expect(own.moreQuestions).toHaveLength(2);
		expect(own.answers.find((each) => each.questionId === q1)).toMatchObject({ correct: false });
		expect(await code(findOwnLesson(house, actor, { courseId, lessonId: 'khong-co' }))).toBe('learn.no-such-lesson');
	});
});

describe('the next step', () => {
	const step = async (house: School, actor: LearningActor) => {
		const { kind, href } = await findNextStep(house, actor, []);
		return [kind, href];
	};

	it('leads from the lesson to the next one, the quiz, the record and the end', async () => {
		const house = await aSchool();
		const actor = await aLearner(house);
		await answer(house, actor, q1);
		expect(await step(house, actor)).toEqual(['lesson', '/khoa-hoc/thu/giu-ma']);
		await learn(house, actor);
		expect(await step(house, actor)).toEqual(['lesson', '/khoa-hoc/thu/hoi-lai']);
		await learn(house, actor, 'hoi-lai');
		expect(await step(house, actor)).toEqual(['quiz', '/khoa-hoc/thu/kiem-tra']);
		const quiz = {
			best: null,
			openAttempt: { id: 'a1', startedAt: house.clock.now() },
			passedAttemptId: null,
			touchedAt: house.clock.now()
		};
		house.quizzes.set(courseId, quiz);
		expect(await step(house, actor)).toEqual(['quiz', '/lam-bai/a1']);
		house.quizzes.set(courseId, { ...quiz, openAttempt: null, passedAttemptId: 'a1' });
		expect(await step(house, actor)).toEqual(['record', '/giay-xac-nhan/nhan/a1']);
		house.records.add(courseId);
		expect(await step(house, actor)).toEqual(['start', '/bai-hoc']);
	});

	it('goes on with the lesson a visitor opened last, in her language', async () => {
		const house = await aSchool();
		const openings = [{ lessonKey: 'thu/hoi-lai', openedAt: house.clock.now() }];
		expect(await findNextStep(house, visitor('en'), openings)).toEqual({
			kind: 'lesson',
			href: '/khoa-hoc/thu/hoi-lai',
			title: 'Hỏi lại trước khi bấm',
			detail: 'Go on with lesson 2/2: Test course: keep the code to yourself.'
		});
		expect((await findNextStep(house, visitor(), [{ lessonKey: 'thu/khong-co', openedAt: new Date() }])).kind).toBe(
			'start'
		);
	});
});

describe('learning on a device', () => {
	async function claim(house: School, from: LearningActor, into: LearningActor): Promise<void> {
		house.facts.wire(reactions(house));
		const payload = { fromLearnerId: from.learnerId, intoLearnerId: into.learnerId };
		await house.store.transact((tx) => house.facts.record(tx, 'identity.device-claimed', payload));
		expect(await house.facts.runDue()).toBe(1);
	}

	it('is told to the one who is signed in as somebody else', async () => {
		const house = await aSchool();
		const device = await aLearner(house);
		await learn(house, device);
		const actor = { ...(await aLearner(house)), deviceLearnerId: device.learnerId };
		expect(await findDeviceLearning(house, actor)).toEqual({
			present: true,
			lessonsDone: 1,
			courses: ['Khóa thử: giữ kín mã'],
			lastAt: house.clock.now().toISOString()
		});
		const nothing = { present: false, lessonsDone: 0, courses: [], lastAt: null };
		expect(await findDeviceLearning(house, { ...actor, deviceLearnerId: null })).toEqual(nothing);
		await claim(house, device, actor);
		expect(await findDeviceLearning(house, actor)).toEqual(nothing);
	});

	it('becomes hers whole when she had learnt nothing yet, and none of it stays', async () => {
		const house = await aSchool();
		const [device, actor] = [await aLearner(house), await aLearner(house)];
		await learn(house, device);
		const before = (await progressOf(house, device)).map((row) => ({ ...row, learnerId: actor.learnerId }));
		await claim(house, device, actor);
		expect(await progressOf(house, actor)).toEqual(before);
		expect(await progressOf(house, device)).toEqual([]);
		expect((await findProgress(house, device, [])).courses).toEqual([]);
	});

	it('joins: done beats not done, the earliest completion is kept, and again changes nothing', async () => {
		const house = await aSchool();
		const [device, actor] = [await aLearner(house), await aLearner(house)];
		await learn(house, device, 'giu-ma');
		const early = house.clock.now();
		await answer(house, device, 'hoi-lai-1', { lessonId: 'hoi-lai' });
		house.clock.pass(3_600_000);
		await learn(house, actor, 'giu-ma');
		await learn(house, actor, 'hoi-lai');
		const late = house.clock.now();
		await claim(house, device, actor);
		const joined = await progressOf(house, actor);
		const at = Object.fromEntries(joined.map((row) => [row.lessonId, [row.state, row.completedAt]]));
		expect(at).toEqual({ 'giu-ma': ['done', early], 'hoi-lai': ['done', late] });
		await claim(house, device, actor);
		expect(await progressOf(house, actor)).toEqual(joined);
	});

	it('completes a lesson that each of the two had half answered', async () => {
		const house = await aSchool();
		const [device, actor] = [await aLearner(house), await aLearner(house)];
		const sentAt = house.clock.now();
		await answer(house, device, q1, { sentAt });
		house.clock.pass(plausible);
		await answer(house, actor, q2, { sentAt });
		await claim(house, device, actor);
		expect(await progressOf(house, actor)).toMatchObject([{ state: 'done', pace: 'plausible' }]);
	});
});
