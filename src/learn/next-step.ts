import type { QuizStanding } from './learn-house.ts';

/** A course somebody has begun, as far as the way on depends on it. */
export interface BegunCourse {
	readonly courseId: string;
	/** Its lessons that can count, in order. */
	readonly lessonIds: readonly string[];
	readonly hasQuiz: boolean;
	readonly quiz: QuizStanding | null;
	readonly hasRecord: boolean;
}

export interface Situation {
	/** The courses begun, the one touched last first. */
	readonly begun: readonly BegunCourse[];
	readonly done: ReadonlySet<string>;
	/** The lesson opened or answered last. */
	readonly last: { readonly courseId: string; readonly lessonId: string; readonly at: Date } | null;
	/** The courses of each programme, in order. */
	readonly programmes: readonly { readonly id: string; readonly courseIds: readonly string[] }[];
}

/** Where the way leads on. */
export type NextPlace =
	| { kind: 'lesson'; courseId: string; lessonId: string }
	| { kind: 'quiz'; courseId: string; openAttemptId: string | null }
	| { kind: 'record'; courseId: string; attemptId: string }
	| { kind: 'course'; courseId: string; programmeId: string }
	| { kind: 'start'; allDone: boolean };

/**
 * The very next thing: a quiz left open after the last lesson, the last lesson while it is unfinished, the next lesson
 * of its course, the quiz, the record to collect; the same for other courses begun; the next course of the programme;
 * otherwise choosing something. Who has passed a course's quiz is not sent back to its lessons.
 */
export function nextPlace(situation: Situation): NextPlace {
	const { begun, last } = situation;
	return (
		openQuiz(begun, last?.at ?? null) ??
		first(begun, (course) => withinCourse(course, situation)) ??
		nextCourse(situation) ?? { kind: 'start', allDone: begun.length > 0 }
	);
}

/** A quiz begun after the last look at a lesson is what she was at. */
function openQuiz(begun: readonly BegunCourse[], since: Date | null): NextPlace | null {
	return first(begun, ({ courseId, quiz }) => {
		const open = quiz?.openAttempt;
		if (!open || (since && open.startedAt < since)) return null;
		return { kind: 'quiz', courseId, openAttemptId: open.id };
	});
}

function withinCourse(course: BegunCourse, { last, done }: Situation): NextPlace | null {
	const { courseId, quiz } = course;
	if (quiz?.passedAttemptId)
		return course.hasRecord ? null : { kind: 'record', courseId, attemptId: quiz.passedAttemptId };
	const here = last?.courseId === courseId ? Math.max(0, course.lessonIds.indexOf(last.lessonId)) : 0;
	const onwards = [...course.lessonIds.slice(here), ...course.lessonIds.slice(0, here)];
	const lessonId = onwards.find((id) => !done.has(id));
	if (lessonId !== undefined) return { kind: 'lesson', courseId, lessonId };
	if (quiz?.openAttempt) return { kind: 'quiz', courseId, openAttemptId: quiz.openAttempt.id };
	return course.hasQuiz ? { kind: 'quiz', courseId, openAttemptId: null } : null;
}

/** The course after the one touched last in a programme that holds it; then any before it that she skipped. */
function nextCourse({ begun, programmes }: Situation): NextPlace | null {
	const known = new Set(begun.map((course) => course.courseId));
	const current = begun[0]?.courseId;
	return first(programmes, ({ id, courseIds }) => {
		const here = current === undefined ? -1 : courseIds.indexOf(current);
		if (here < 0) return null;
		const courseId = [...courseIds.slice(here), ...courseIds.slice(0, here)].find((each) => !known.has(each));
		return courseId === undefined ? null : { kind: 'course', courseId, programmeId: id };
	});
}

function first<T>(all: readonly T[], place: (each: T) => NextPlace | null): NextPlace | null {
	for (const each of all) {
		const found = place(each);
		if (found) return found;
	}
	return null;
}
