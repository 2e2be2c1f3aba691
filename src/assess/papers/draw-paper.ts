import type { Question } from '../../catalog/index.ts';
import type { Drawing } from '../assess-house.ts';
import { drawQuiz } from '../drawing.ts';
import { seeded, shuffled } from '../random.ts';
import { getQuiz } from '../start-attempt.ts';
import type { DrawnQuestion } from '../tables.ts';
import { bankOf, drawnFrom } from '../tests/bank.ts';
import { subjectOf } from '../tests/begin-test.ts';
import { orderOf } from '../tests/draw-after.ts';
import { drawForm } from '../tests/growing.ts';
import { getAskable } from '../tests/start-test.ts';
import { placementFrom } from './placement.ts';
import type { PaperRow } from './queries.ts';
import { tooFewQuestions } from './refusals.ts';

/** What is printed: a test, or the quiz of a course. */
export type Printed = { readonly testId: string } | { readonly courseId: string };

type Drawn = Pick<
	PaperRow,
	'courseId' | 'courseHash' | 'courseVersion' | 'testId' | 'purpose' | 'passPercent' | 'stages'
> & {
	/** In the order in which they were drawn; each version of the paper has one of its own. */
	readonly questions: readonly DrawnQuestion[];
};

/**
 * Draws what is printed, under its blueprint. On paper nothing can follow the learner question by question: such a test
 * becomes one form, a placement two stages without questions of the exam bank. Refuses as beginning it on the screen does, and with `papers.too-few-questions`.
 */
export function drawPaper(house: Drawing, printed: Printed, seed: string): Drawn {
	return 'testId' in printed
		? drawTestPaper(house, printed.testId, seed)
		: drawQuizPaper(house, printed.courseId, seed);
}

function drawQuizPaper(house: Drawing, courseId: string, seed: string): Drawn {
	const { course, bank } = getQuiz(house, courseId);
	const candidates = bank.map((question) => ({ ...question, shuffled: [] }));
	const questions = drawQuiz({ bank: candidates, asked: course.quizQuestions, seenBefore: [], seed });
	return {
		...{ courseId, courseHash: course.hash, courseVersion: course.version, testId: null, purpose: 'quiz' },
		...{ passPercent: course.passPercent, stages: null, questions }
	};
}

function drawTestPaper(house: Drawing, testId: string, seed: string): Drawn {
	const test = getAskable(house, testId);
	const bank = bankOf(house, test);
	const about = {
		...{ courseId: subjectOf(testId), courseHash: test.hash, courseVersion: test.version, testId, purpose: test.kind },
		passPercent: test.levels[0]?.percent ?? 0
	};
	if (test.kind !== 'placement') {
		const form = drawForm(bank, { seed, asked: test.questions, lastSeen: new Map() });
		return { ...about, stages: null, questions: form.map((question) => drawnFrom(question, [])) };
	}
	const open = bank.questions.filter(({ hash }) => house.catalog.questionByHash(hash, 'vi')?.purpose !== 'exam');
	const { questions, tables } = placementFrom({ ...bank, questions: open }, { seed, lessons: lessonsInOrder(house) });
	if (tables.questions === 0 || tables.parts.some((part) => part.questions === 0)) throw tooFewQuestions();
	return { ...about, stages: tables, questions: questions.map((question) => drawnFrom(question, [])) };
}

const lessonsInOrder = ({ catalog }: Drawing) =>
	catalog.courseIds().flatMap((courseId) => catalog.lessonIds(courseId).map((lessonId) => ({ courseId, lessonId })));

/** The questions and options of one version, in an order of its own; a placement keeps its questions where they are. */
export function versionOf(
	house: Pick<Drawing, 'catalog'>,
	{ questions, stages }: Pick<Drawn, 'questions' | 'stages'>,
	{ seed, number }: { seed: string; number: number }
): DrawnQuestion[] {
	const own = `${seed} ${number}`;
	const ordered = stages === null ? shuffled(questions, seeded(own)) : questions;
	return ordered.map((drawn) => {
		const { questionId: id, hash } = drawn;
		return { ...drawn, optionOrder: orderOf(house, { id, hash }, own) };
	});
}

/** How many of these are of the exam bank. */
export function countExam({ catalog }: Pick<Drawing, 'catalog'>, questions: readonly DrawnQuestion[]): number {
	const purposeOf = ({ hash }: DrawnQuestion): Question['purpose'] | undefined =>
		catalog.questionByHash(hash, 'vi')?.purpose;
	return questions.filter((each) => purposeOf(each) === 'exam').length;
}
