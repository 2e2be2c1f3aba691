import type { Catalog, LessonView } from '../catalog/index.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { drawExtraQuestions } from './extra-questions.ts';
import { earliestOpening, judge } from './judging.ts';
import {
	findCheckAnswers,
	findLessonProgress,
	keepLessonProgress,
	type CheckAnswer,
	type LessonProgress
} from './queries.ts';
import type { DeclaredWay, TimeSource } from './tables.ts';

/** News about somebody's lesson. */
export interface LessonNews {
	readonly learnerId: string;
	readonly lesson: LessonView;
	/** When it happened: an answer given, a way declared. */
	readonly at: Date;
	readonly opening?: { openedAt: Date; source: TimeSource } | null;
	readonly declaredWay?: DeclaredWay;
}

/**
 * Brings a lesson's progress up to what is known of it now: call it after every change, in the same transaction. A
 * lesson that is done stays done, whatever is answered or rewritten later. Returns her answers in this lesson, and
 * whether it became done by this.
 */
export async function settleLesson(
	tx: Writer,
	catalog: Catalog,
	news: LessonNews
): Promise<{ answers: CheckAnswer[]; justDone: boolean }> {
	const { learnerId, lesson } = news;
	const answers = await findCheckAnswers(tx, learnerId, lesson.id);
	const known = await findLessonProgress(tx, learnerId, lesson.id);
	const lastAnsweredAt = known && known.lastAnsweredAt > news.at ? known.lastAnsweredAt : news.at;
	const before = { ...(known ?? blank(news)), lastAnsweredAt };
	const progress = before.state === 'done' ? before : judged(catalog, before, { news, answers });
	await keepLessonProgress(tx, progress);
	return { answers, justDone: before.state !== 'done' && progress.state === 'done' };
}

function blank({ learnerId, lesson, at }: LessonNews): LessonProgress {
	return {
		learnerId,
		lessonId: lesson.id,
		courseId: lesson.courseId,
		lessonHash: lesson.hash,
		state: 'answering',
		openedAt: null,
		openedSource: 'unknown',
		completedAt: null,
		pace: null,
		declaredWay: null,
		extraQuestionIds: [],
		lastAnsweredAt: at
	};
}

function judged(
	catalog: Catalog,
	known: LessonProgress,
	{ news, answers }: { news: LessonNews; answers: readonly CheckAnswer[] }
): LessonProgress {
	const firstAnswers = new Map(answers.map((each) => [each.questionId, each.firstAnsweredAt]));
	const earliest = new Date(Math.min(news.at.getTime(), ...[...firstAnswers.values()].map((each) => each.getTime())));
	const opening = earliestOpening(known, news.opening ?? null, earliest);
	const declaredWay = news.declaredWay ?? known.declaredWay;
	const drawn = known.state === 'more-questions' || known.extraQuestionIds.length > 0;
	const evidence = {
		openedAt: opening.openedAt,
		declaredWay,
		standing: catalog.checkQuestions(news.lesson.id, 'vi').map((question) => question.id),
		extra: drawn ? known.extraQuestionIds.filter((id) => catalog.checkQuestion(id, 'vi') !== null) : null,
		firstAnswers,
		words: news.lesson.words
	};
	const rules = catalog.rules();
	const first = judge(evidence, rules);
	const extra =
		first.state === 'more-questions' && !drawn ? draw(catalog, news, rules.extraQuestions) : known.extraQuestionIds;
	// A course so small that it has nothing more to ask does not hold her up.
	const judgement =
		extra.length === 0 && first.state === 'more-questions' ? judge({ ...evidence, extra }, rules) : first;
	return {
		...known,
		...judgement,
		openedAt: opening.openedAt,
		openedSource: opening.openedSource,
		declaredWay,
		lessonHash: news.lesson.hash,
		extraQuestionIds: extra,
		completedAt: judgement.state === 'done' ? known.lastAnsweredAt : null
	};
}

function draw(catalog: Catalog, { learnerId, lesson }: LessonNews, wanted: number): string[] {
	const of = (lessonId: string) => [
		...catalog.checkQuestions(lessonId, 'vi'),
		...catalog.reserveQuestions(lessonId, 'vi')
	];
	const source = {
		standing: catalog.checkQuestions(lesson.id, 'vi'),
		reserve: catalog.reserveQuestions(lesson.id, 'vi'),
		elsewhere: catalog
			.lessonIds(lesson.courseId)
			.filter((id) => id !== lesson.id)
			.flatMap(of)
	};
	return drawExtraQuestions(source, wanted, `${learnerId} ${lesson.id}`);
}
