import type { Catalog } from '../catalog/index.ts';
import { say, type Lang } from '../platform/messages/index.ts';
import type { QuizStanding } from './learn-house.ts';
import type { NextPlace } from './next-step.ts';
import type { LessonStep } from './queries.ts';
import type { NextStep } from './schemas.ts';

/** What the words depend on besides the place itself. */
interface Telling {
	readonly lang: Lang;
	readonly progress: readonly LessonStep[];
	bestOf(courseId: string): QuizStanding['best'];
}

/** The next step as a button and a sentence, with an address of the site (without the language). */
export function told(catalog: Catalog, place: NextPlace, telling: Telling): NextStep {
	const { lang } = telling;
	switch (place.kind) {
		case 'lesson':
			return lessonStep(catalog, place, telling);
		case 'quiz':
			return quizStep(catalog, place, telling);
		case 'record': {
			const detail = say(lang, 'learn.next-record-detail', { course: courseTitle(catalog, place.courseId, lang) });
			return {
				kind: 'record',
				href: `/giay-xac-nhan/nhan/${place.attemptId}`,
				title: say(lang, 'learn.next-record'),
				detail
			};
		}
		case 'course': {
			const programme = catalog.programme(place.programmeId, lang)?.title ?? place.programmeId;
			const detail = say(lang, 'learn.next-course-detail', { programme });
			const title = courseTitle(catalog, place.courseId, lang);
			return { kind: 'course', href: `/khoa-hoc/${place.courseId}`, title, detail };
		}
		case 'start':
			return place.allDone ? startStep(lang, 'all-done', '/bai-hoc') : startStep(lang, 'start', '/');
	}
}

function courseTitle(catalog: Catalog, courseId: string, lang: Lang): string {
	return catalog.course(courseId, lang)?.title ?? courseId;
}

function startStep(lang: Lang, which: 'start' | 'all-done', href: string): NextStep {
	return {
		kind: 'start',
		href,
		title: say(lang, `learn.next-${which}`),
		detail: say(lang, `learn.next-${which}-detail`)
	};
}

function lessonStep(
	catalog: Catalog,
	{ courseId, lessonId }: { courseId: string; lessonId: string },
	{ lang, progress }: Telling
): NextStep {
	const lesson = catalog.lesson(courseId, lessonId, lang);
	const href = `/khoa-hoc/${courseId}/${lessonId}`;
	if (!lesson) return { kind: 'lesson', href, title: lessonId, detail: courseTitle(catalog, courseId, lang) };
	const { position, total, title } = lesson;
	const state = progress.find((each) => each.lessonId === lessonId)?.state;
	const key = state === 'more-questions' ? 'learn.next-lesson-more' : 'learn.next-lesson-detail';
	return { kind: 'lesson', href, title, detail: say(lang, key, { position, total, course: lesson.courseTitle }) };
}

function quizStep(
	catalog: Catalog,
	{ courseId, openAttemptId }: { courseId: string; openAttemptId: string | null },
	{ lang, bestOf }: Telling
): NextStep {
	const course = catalog.course(courseId, lang);
	if (openAttemptId !== null) {
		const detail = say(lang, 'learn.next-attempt-detail', { course: courseTitle(catalog, courseId, lang) });
		return { kind: 'quiz', href: `/lam-bai/${openAttemptId}`, title: say(lang, 'learn.next-attempt'), detail };
	}
	const best = bestOf(courseId);
	const detail = best
		? say(lang, 'learn.next-quiz-again-detail', { score: best.score, total: best.total })
		: say(lang, 'learn.next-quiz-detail', { questions: course?.quizQuestions ?? 0, percent: course?.passPercent ?? 0 });
	return { kind: 'quiz', href: `/khoa-hoc/${courseId}/kiem-tra`, title: say(lang, 'learn.next-quiz'), detail };
}
