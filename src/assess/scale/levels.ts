import type { Level } from '../../catalog/index.ts';
import type { ScaleItem } from './item.ts';

/**
 * What is taken for granted of questions that nobody has answered yet. It is an assumption, not a finding: calibrating
 * replaces it, and the simulator shows what follows where it is too hopeful.
 */
export interface Guesswork {
	/** How far true difficulties are spread over a bank that is written to be easy, medium and hard. */
	readonly spread: number;
	/** By how much an editor's guess of a difficulty misses the truth (standard deviation). */
	readonly miss: number;
	/** How sharp a question is taken to be: 1.7 is 1 in the normal metric, the middle of textbook banks. */
	readonly sharpness: number;
}

/**
 * A guess misses by one logit (0.6 of a spread of ability at sharpness 1.7): correlation with the truth 0.93, as where
 * questions are compared with each other (Attali et al. 2014); who rates one at a time reaches less (Hambleton & Jirka
 * 2006).
 */
export const usualGuesswork: Guesswork = { spread: 1.5, miss: 0.6, sharpness: 1.7 };

/** The correlation between the editors' guesses and the truth. */
export function agreementOf({ spread, miss }: Guesswork): number {
	return spread / Math.hypot(spread, miss);
}

/** Mean and variance of the lower, middle and upper third of a standard normal distribution. */
const thirds: Record<Level, { mean: number; variance: number }> = {
	easy: { mean: -1.0908, variance: 0.2798 },
	medium: { mean: 0, variance: 0.0603 },
	hard: { mean: 1.0908, variance: 0.2798 }
};

/** What a level says about a difficulty: its expected value, and how unsure that is. */
export function difficultyOf(level: Level, guesswork: Guesswork): { mean: number; sd: number } {
	const { mean, variance } = thirds[level];
	const { spread } = guesswork;
	const agreement = agreementOf(guesswork);
	return {
		mean: spread * agreement * mean,
		sd: spread * Math.sqrt(1 - agreement ** 2 + agreement ** 2 * variance)
	};
}

/** A question as its editors know it. */
export interface GuessedQuestion {
	readonly id: string;
	readonly skill: string;
	readonly level: Level;
	/** How often somebody who does not know is right: one in four where one of four is chosen. */
	readonly guessing: number;
}

/** A question as it is written, for the scale: how often it is guessed right follows from its kind. */
export function guessedQuestion(question: {
	readonly id: string;
	readonly skill: string;
	readonly level: Level;
	readonly type?: string;
	readonly options: readonly unknown[];
}): GuessedQuestion {
	const { id, skill, level, type, options } = question;
	const ways = type === undefined ? options.length : 2 ** options.length - 1;
	return { id, skill, level, guessing: options.length === 0 ? 0 : 1 / ways };
}

/**
 * The item to reckon with while only the level is known. A difficulty that may be wrong is worth less than a known one:
 * the curve is the mean over all that is possible, which is a flatter logistic curve (expected response functions:
 * Mislevy, Wingersky & Sheehan 1994).
 */
export function startingItem(question: GuessedQuestion, guesswork: Guesswork = usualGuesswork): ScaleItem {
	const { mean, sd } = difficultyOf(question.level, guesswork);
	const { id, skill, guessing } = question;
	return { id, skill, a: flattened(guesswork.sharpness, sd), b: mean, c: guessing };
}

/** The item to reckon with after calibration: as estimated, flatter by what the difficulty may still be wrong. */
export function calibratedItem(
	{ id, skill, guessing }: GuessedQuestion,
	estimated: { readonly a: number; readonly b: number; readonly bError: number | null }
): ScaleItem {
	return { id, skill, a: flattened(estimated.a, estimated.bError ?? 0), b: estimated.b, c: guessing };
}

/** The sharpness of the mean of logistic curves whose difficulties are spread so far (MacKay 1992). */
function flattened(a: number, sd: number): number {
	return a / Math.sqrt(1 + (Math.PI / 8) * (a * sd) ** 2);
}
