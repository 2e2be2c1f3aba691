import type { Actor } from '../platform/actor.ts';
import type { Lang } from '../platform/messages/index.ts';
import { countingLessons, programmePaths } from './course-paths.ts';
import type { LearnHouse, QuizStanding } from './learn-house.ts';
import { nextPlace, type BegunCourse, type Situation } from './next-step.ts';
import type { Opening } from './openings.ts';
import { findLessonSteps, type LessonStep } from './queries.ts';
import type { CourseProgress, NextStep, Progress } from './schemas.ts';
import { told } from './told-step.ts';

/** All that is kept of somebody's way, and what her browser opened. */
interface Way {
	readonly progress: readonly LessonStep[];
	readonly quizzes: ReadonlyMap<string, QuizStanding>;
	readonly records: ReadonlySet<string>;
	/** Lessons opened on this browser or answered anywhere, the latest first; what a visitor without a learner goes on from. */
	readonly touched: readonly TouchedLesson[];
}

/** How far the actor has come in every course she has begun, and the very next thing. Nothing is written. */
export async function findProgress(house: LearnHouse, actor: Actor, openings: readonly Opening[]): Promise<Progress> {
	const way = await findWay(house, actor, openings);
	const kept = [...new Set([...way.progress.map((each) => each.courseId), ...way.quizzes.keys()])];
	return {
		learner: { known: actor.learnerId !== null },
		courses: latestFirst(way, kept).flatMap(
			(courseId) => courseProgress(house, way, { courseId, lang: actor.lang }) ?? []
		),
		next: nextStep(house, way, actor.lang)
	};
}

/** The very next thing for the actor: see `nextPlace`. */
export async function findNextStep(house: LearnHouse, actor: Actor, openings: readonly Opening[]): Promise<NextStep> {
	return nextStep(house, await findWay(house, actor, openings), actor.lang);
}

async function findWay(
	{ store, afterLessons }: LearnHouse,
	{ learnerId }: Actor,
	openings: readonly Opening[]
): Promise<Way> {
	if (learnerId === null)
		return { progress: [], quizzes: new Map(), records: new Set(), touched: touchedLessons([], openings) };
	const [progress, quizzes, records] = await Promise.all([
		findLessonSteps(store.read, learnerId),
		afterLessons.quizzes(learnerId),
		afterLessons.coursesWithRecord(learnerId)
	]);
	return { progress, quizzes, records, touched: touchedLessons(progress, openings) };
}

function courseProgress(
	{ catalog }: LearnHouse,
	{ progress, quizzes }: Way,
	{ courseId, lang }: { courseId: string; lang: Lang }
): CourseProgress | null {
	const course = catalog.course(courseId, lang);
	if (!course) return null;
	const states = new Map(progress.map((each) => [each.lessonId, each.state]));
	const lessons = countingLessons(catalog, courseId).map((lessonId) => ({
		lessonId,
		state: states.get(lessonId) ?? ('not-started' as const)
	}));
	const { best, openAttempt } = quizzes.get(courseId) ?? {};
	return {
		courseId,
		title: course.title,
		lessonsDone: lessons.filter((each) => each.state === 'done').length,
		lessonsTotal: lessons.length,
		lessons,
		quiz: { ...(best && { best }), ...(openAttempt && { openAttemptId: openAttempt.id }) }
	};
}

function nextStep(house: LearnHouse, way: Way, lang: Lang): NextStep {
	const situation = situationOf(house, way);
	const course = (id: string) => way.quizzes.get(id)?.best ?? null;
	return told(house.catalog, nextPlace(situation), { lang, progress: way.progress, bestOf: course });
}

function situationOf({ catalog }: LearnHouse, way: Way): Situation {
	const opened = way.touched.filter(({ courseId, lessonId }) => catalog.lessonIds(courseId).includes(lessonId));
	const courseIds = [...new Set([...opened.map((each) => each.courseId), ...way.quizzes.keys()])];
	const begun = latestFirst(way, courseIds)
		.filter((courseId) => catalog.course(courseId, 'vi') !== null)
		.map((courseId): BegunCourse => ({
			courseId,
			lessonIds: countingLessons(catalog, courseId),
			hasQuiz: catalog.quizQuestions(courseId, 'vi').length > 0,
			quiz: way.quizzes.get(courseId) ?? null,
			hasRecord: way.records.has(courseId)
		}));
	return {
		begun,
		done: new Set(way.progress.filter((each) => each.state === 'done').map((each) => each.lessonId)),
		last: opened[0] ?? null,
		programmes: programmePaths(catalog)
	};
}

interface TouchedLesson {
	readonly courseId: string;
	readonly lessonId: string;
	readonly at: Date;
}

/**
 * Lessons opened on this browser or answered anywhere, the latest first. The cookie keeps the first opening of each but
 * stands in the order of the last, so a lesson was opened no earlier than those before it.
 */
function touchedLessons(progress: readonly LessonStep[], openings: readonly Opening[]): TouchedLesson[] {
	const answered = progress.map(({ courseId, lessonId, lastAnsweredAt: at }) => ({ courseId, lessonId, at }));
	let at = new Date(0);
	const opened = openings.map(({ lessonKey, openedAt }) => {
		const [courseId = '', lessonId = ''] = lessonKey.split('/');
		at = openedAt > at ? openedAt : at;
		return { courseId, lessonId, at };
	});
	return [...opened.reverse(), ...answered].sort((a, b) => b.at.getTime() - a.at.getTime());
}

function latestFirst(way: Way, courseIds: readonly string[]): string[] {
	const latest = new Map([...way.quizzes].map(([courseId, quiz]) => [courseId, quiz.touchedAt.getTime()]));
	for (const { courseId, at } of way.touched) latest.set(courseId, Math.max(latest.get(courseId) ?? 0, at.getTime()));
	return courseIds.toSorted((a, b) => (latest.get(b) ?? 0) - (latest.get(a) ?? 0));
}
