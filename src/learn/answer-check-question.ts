import type { Catalog, LessonView, Option, Question } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import { say } from '../platform/messages/index.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { believed, type DeviceTimes } from './device-times.ts';
import type { LearnHouse, LearningActor } from './learn-house.ts';
import { factsOf, lessonStanding } from './lesson-standing.ts';
import { findAllLessonProgress, findCheckAnswers, findLessonProgress, keepCheckAnswer } from './queries.ts';
import { noSuchLesson, noSuchOption, questionNotHere } from './refusals.ts';
import { settleLesson } from './settle-lesson.ts';
import type { CheckVerdict } from './schemas.ts';
import type { AnswerWay, TimeSource } from './tables.ts';
import { tellLearnt } from './tell-learnt.ts';

/** A choice that can be graded: it exists in the current release. */
export interface Choice {
	readonly lesson: LessonView;
	readonly question: Question;
	readonly option: Option;
}

/** How and when a choice was made. */
export interface Circumstances {
	readonly way: AnswerWay;
	/** When this server sent the lesson to this browser; null when it does not know. */
	readonly sentAt: Date | null;
	/** What the phone says of an answer given offline. */
	readonly device: DeviceTimes;
}

/**
 * Looks up what was chosen. Refuses with `learn.no-such-lesson`, `learn.question-not-here` or `learn.no-such-option`,
 * before anything is written, so that a wrong request makes no learner.
 */
export function getChoice(
	catalog: Catalog,
	actor: Actor,
	input: { courseId: string; lessonId: string; questionId: string; optionId: string }
): Choice {
	const lesson = catalog.lesson(input.courseId, input.lessonId, actor.lang);
	if (!lesson) throw noSuchLesson();
	const question = catalog.checkQuestion(input.questionId, actor.lang);
	if (!question || question.courseId !== input.courseId) throw questionNotHere();
	// A further question may have been drawn for her; a newcomer has none.
	if (!standsIn(catalog, question, lesson) && actor.learnerId === null) throw questionNotHere();
	const option = question.options.find((each) => each.id === input.optionId);
	if (!option) throw noSuchOption({ fields: [{ field: 'optionId', code: 'learn.no-such-option' }] });
	return { lesson, question, option };
}

function standsIn(catalog: Catalog, question: Question, lesson: LessonView): boolean {
	return catalog.checkQuestions(lesson.id, 'vi').some((each) => each.id === question.id);
}

/**
 * Grades an answer to a check question, keeps it in place of an earlier one, and explains every option at once. Right
 * or wrong, it counts as answered, and what is wrong comes back for review; answered together with a helper, the lesson is one that was learnt with help. Refuses
 * with `learn.question-not-here` what was not asked of this learner.
 */
export async function answerCheckQuestion(
	house: LearnHouse,
	actor: LearningActor,
	{ choice, circumstances }: { choice: Choice; circumstances: Circumstances }
): Promise<CheckVerdict> {
	const { store, clock, catalog, afterLessons } = house;
	const { lesson, question, option } = choice;
	const { learnerId, lang } = actor;
	const when = timesOf(circumstances, clock.now());
	const facts = await store.transact(async (tx) => {
		await requireAsked(tx, catalog, { choice, learnerId });
		await keepAnswer(tx, learnerId, { choice, way: circumstances.way, ...when });
		if (!option.correct) await afterLessons.missed(tx, { learnerId, questionId: question.id, at: when.answeredAt });
		const helped = actor.card?.helpedBy ? { declaredWay: 'helped' as const } : {};
		const news = { learnerId, lesson, at: when.answeredAt, opening: when.opening, ...helped };
		const { answers, justDone } = await settleLesson(tx, catalog, news);
		const known = factsOf(lesson, answers, await findAllLessonProgress(tx, learnerId));
		if (justDone) await tellLearnt(tx, house, { ...known, learnerId });
		return known;
	});
	return {
		questionId: question.id,
		optionId: option.id,
		correct: option.correct,
		message: say(lang, option.correct ? 'learn.right' : 'learn.not-yet'),
		options: question.options.map(({ id, correct, explanation }) => ({ id, correct, explanation })),
		lesson: lessonStanding(catalog, facts, lang)
	};
}

interface Times {
	readonly answeredAt: Date;
	readonly timeSource: TimeSource;
	readonly opening: { openedAt: Date; source: TimeSource } | null;
}

/** The phone's times for what was answered offline, as far as they can be true; otherwise the server's. */
function timesOf({ way, sentAt, device }: Circumstances, now: Date): Times {
	const sent = sentAt && { openedAt: sentAt, source: 'server' as const };
	const phone = way === 'offline' ? believed(device, now) : null;
	if (!phone) return { answeredAt: now, timeSource: 'server', opening: sent };
	const loaded = phone.openedAt && { openedAt: phone.openedAt, source: 'device' as const };
	// The phone tells when it last loaded the page; a note of an earlier sending is nearer to the truth.
	const opening = loaded && (!sent || loaded.openedAt < sent.openedAt) ? loaded : sent;
	return { answeredAt: phone.answeredAt, timeSource: 'device', opening };
}

async function requireAsked(
	tx: Writer,
	catalog: Catalog,
	{ choice, learnerId }: { choice: Choice; learnerId: string }
): Promise<void> {
	if (standsIn(catalog, choice.question, choice.lesson)) return;
	const progress = await findLessonProgress(tx, learnerId, choice.lesson.id);
	if (!progress?.extraQuestionIds.includes(choice.question.id)) throw questionNotHere();
}

/** The latest answer is kept; of several that arrive out of order, the earliest gives `firstAnsweredAt`. */
async function keepAnswer(
	tx: Writer,
	learnerId: string,
	{ choice, way, answeredAt, timeSource }: { choice: Choice; way: AnswerWay } & Times
): Promise<void> {
	const { lesson, question, option } = choice;
	const earlier = (await findCheckAnswers(tx, learnerId, lesson.id)).find((each) => each.questionId === question.id);
	const fresh = {
		learnerId,
		lessonId: lesson.id,
		questionId: question.id,
		courseId: lesson.courseId,
		questionHash: question.hash,
		optionId: option.id,
		correct: option.correct,
		answeredAt,
		timeSource,
		way
	};
	const latest = earlier && earlier.answeredAt > answeredAt ? earlier : fresh;
	await keepCheckAnswer(tx, {
		...latest,
		everCorrect: option.correct || (earlier?.everCorrect ?? false),
		firstAnsweredAt: earlier && earlier.firstAnsweredAt < answeredAt ? earlier.firstAnsweredAt : answeredAt
	});
}
