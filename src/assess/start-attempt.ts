import { noSuchCourse, questionType, type CourseView, type Question } from '../catalog/index.ts';
import { take, type Limit } from '../platform/allowance.ts';
import { newId, randomToken } from '../platform/ids.ts';
import { isUniqueViolation } from '../platform/persistence/dialect.ts';
import type { AssessHouse, TakingActor } from './assess-house.ts';
import { drawQuiz } from './drawing.ts';
import { newAttempt } from './new-attempt.ts';
import { findAttemptsAtCourse, findOpenAttempt, insertAttempt } from './queries.ts';
import { noQuiz } from './refusals.ts';
import type { AttemptView } from './schemas.ts';
import { attemptView } from './view-attempt.ts';

/** Quizzes that somebody without an account begins: ten questions each, so nobody who answers them is that quick. */
export const attemptsWithoutAccount: Limit = { name: 'attempts', free: 40, minutes: 60 };

/** A course that has a quiz, with the bank it is drawn from. */
export interface Quiz {
	readonly course: CourseView;
	readonly bank: readonly Question[];
}

/** Refuses with `catalog.no-such-course` or `assess.no-quiz`, before anything is written. */
export function getQuiz({ catalog }: Pick<AssessHouse, 'catalog'>, courseId: string): Quiz {
	const course = catalog.course(courseId, 'vi');
	if (!course) throw noSuchCourse();
	const bank = catalog.quizQuestions(courseId, 'vi');
	if (bank.length === 0) throw noQuiz();
	return { course, bank };
}

/**
 * Begins a course's quiz, or goes on with the one that is open: of two phones that begin at once, both get the same.
 * Lessons need not be done first, some know it already. Refuses as `getQuiz` does.
 */
export async function startAttempt(
	house: AssessHouse,
	actor: TakingActor,
	quiz: Quiz
): Promise<{ attempt: AttemptView; resumed: boolean }> {
	const { learnerId } = actor;
	const open = await findOpenAttempt(house.store.read, { learnerId, courseId: quiz.course.id });
	if (!open && actor.accountId === null) await take(house, [[attemptsWithoutAccount, learnerId]]);
	const begin = () => openOrNew(house, actor, quiz);
	// The loser of a race for the one open attempt finds the winner's.
	const { attempt, resumed } = await begin().catch((error: unknown) => {
		if (isUniqueViolation(error)) return begin();
		throw error;
	});
	return { attempt: await attemptView(house, attempt, actor.lang), resumed };
}

async function openOrNew({ store, clock }: AssessHouse, actor: TakingActor, { course, bank }: Quiz) {
	const whose = { learnerId: actor.learnerId, courseId: course.id };
	const id = newId();
	const seed = randomToken(12);
	return store.transact(async (tx) => {
		const open = await findOpenAttempt(tx, whose);
		if (open) return { attempt: open, resumed: true };
		const earlier = await findAttemptsAtCourse(tx, whose);
		const questions = drawQuiz({
			bank: bank.map((question) => ({ ...question, shuffled: questionType(question.type).shuffled(question) })),
			asked: course.quizQuestions,
			seenBefore: earlier.reverse().map((each) => each.questions.map(({ questionId }) => questionId)),
			seed
		});
		const attempt = newAttempt(actor, {
			...{ id, seed, questions },
			...{ courseId: course.id, courseHash: course.hash, courseVersion: course.version },
			...{ purpose: 'quiz', testId: null, closesAt: null },
			passPercent: course.passPercent,
			startedAt: clock.now()
		});
		await insertAttempt(tx, attempt);
		return { attempt, resumed: false };
	});
}
