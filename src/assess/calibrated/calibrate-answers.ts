import type { Question } from '../../catalog/index.ts';
import { newId } from '../../platform/ids.ts';
import { calibrateInThread } from '../scale/calibration/calibrate-in-thread.ts';
import { parametersFrom, planFor, type BankCalibration } from '../scale/calibration/calibrate-bank.ts';
import { startingItem, type GuessedQuestion } from '../scale/levels.ts';
import type { AssessHouse } from '../assess-house.ts';
import { prior } from '../tests/bank.ts';
import { difficultyMeasure } from '../tests/measure.ts';
import { guessingAt } from './guessing.ts';
import { findFound, keepFound, type Found } from './queries.ts';
import { readAnswers } from './read-answers.ts';

/** How a calibration from the answers of the database went. */
export interface CalibrationReport {
	readonly questions: number;
	readonly answers: number;
	/** How many had enough answers. They are kept where the estimate came to rest, and else nothing is. */
	readonly calibrated: number;
	readonly settled: boolean;
	/** Those whose difficulty has changed most against what it was taken to be, the most first. */
	readonly largest: readonly Moved[];
}

/** A difficulty on the scale from 0 to 100, as it was and as it is, with its error. */
interface Moved {
	readonly id: string;
	readonly before: number;
	readonly points: number;
	readonly error: number;
	readonly answers: number;
}

const largestShown = 5;

type Means = Pick<AssessHouse, 'store' | 'clock' | 'catalog'>;

/**
 * Estimates the questions in use from the answers in the database, on the scale of earlier calibrations, and keeps what
 * was found of those with enough answers. Attempts under way keep what they were drawn with; servers take it up by
 * themselves.
 */
export async function calibrateAnswers(
	{ store, clock, catalog }: Means,
	{ model, atLeast }: Pick<BankCalibration, 'model' | 'atLeast'>
): Promise<CalibrationReport> {
	const inUse = questionsInUse(catalog);
	const questions = inUse.map(guessed);
	const hashes = questions.map(({ id }) => id);
	const known = await findFound(store.read, hashes);
	const answers = await readAnswers(store.read, hashes);
	const count = answers.right.length;
	const earlier = new Map(
		[...known].map(([id, found]) => [id, { ...found, id, c: 0, calibrated: true }]) // `c` follows from the question
	);
	const calibration = await calibrateInThread(planFor({ questions, earlier, answers, model, group: prior, atLeast }));
	const found = parametersFrom(questions, calibration).flatMap(({ id: hash, bError, ...each }) =>
		bError === null ? [] : [{ ...each, hash, bError }]
	);
	if (calibration.settled && found.length > 0) {
		const run = { runId: newId(), calibratedAt: clock.now() };
		await store.transact((tx) => keepFound(tx, found, run));
	}
	const before = new Map(questions.map((each) => [each.id, known.get(each.id)?.b ?? startingItem(each).b]));
	const names = new Map(inUse.map(({ hash, id }) => [hash, id]));
	return {
		...{ questions: questions.length, answers: count, calibrated: found.length },
		settled: calibration.settled || found.length === 0,
		largest: largestOf(found, { before, names })
	};
}

function largestOf(
	found: readonly Found[],
	{ before, names }: { before: ReadonlyMap<string, number>; names: ReadonlyMap<string, string> }
): Moved[] {
	const moved = ({ hash, b }: Found) => Math.abs(b - (before.get(hash) ?? b));
	return [...found]
		.sort((one, other) => moved(other) - moved(one))
		.slice(0, largestShown)
		.map((each) => ({
			...{ id: names.get(each.hash) ?? '', ...difficultyMeasure(each), answers: each.answers },
			before: difficultyMeasure({ ...each, b: before.get(each.hash) ?? each.b }).points
		}));
}

/** What quizzes, exams and tests draw from. */
function questionsInUse(catalog: AssessHouse['catalog']): Question[] {
	return catalog
		.courseIds()
		.flatMap((course) => [...catalog.quizQuestions(course, 'vi'), ...catalog.examQuestions(course, 'vi')]);
}

/** A version of a question, as far as calibrating looks at it. */
function guessed(question: Question): GuessedQuestion {
	const { hash, skill, level } = question;
	return { id: hash, skill, level, guessing: guessingAt(question) };
}
