import type { Prior } from '../grid.ts';
import { difficultyOf, startingItem, usualGuesswork, type GuessedQuestion } from '../levels.ts';
import type { Answers } from './answers.ts';
import type { CalibratedItem, Calibration, CalibrationPlan } from './calibrate.ts';

/** What is known of a question from answers. Kept beside its version; attempts freeze what they began with. */
export interface ItemParameters extends CalibratedItem {
	readonly id: string;
	/** How often it is guessed right: given by its kind, not estimated. */
	readonly c: number;
	/** False where there were too few answers: then these are what was reckoned with before. */
	readonly calibrated: boolean;
}

export interface BankCalibration {
	readonly questions: readonly GuessedQuestion[];
	/** Parameters from an earlier calibration, by question; the new ones are linked to them. */
	readonly earlier: ReadonlyMap<string, ItemParameters>;
	/** The item of an answer is the place of its question in `questions`. */
	readonly answers: Answers;
	readonly model: CalibrationPlan['model'];
	readonly group: Prior;
	readonly atLeast: number;
}

/** What to calibrate a bank with: each question from its level, or from where an earlier calibration put it. */
export function planFor({ questions, earlier, ...rest }: BankCalibration): CalibrationPlan {
	const items = questions.map((question) => {
		const known = earlier.get(question.id);
		const found = known?.calibrated ? known : null;
		const present = found ? { a: found.a, b: found.b, c: question.guessing } : startingItem(question);
		return { present, anchor: found !== null, level: difficultyOf(question.level, usualGuesswork) };
	});
	return { ...rest, items, sharpness: { middle: usualGuesswork.sharpness, spread: 0.3 } };
}

/** The parameters of each question after a calibration. */
export function parametersFrom(questions: readonly GuessedQuestion[], { items }: Calibration): ItemParameters[] {
	return questions.flatMap(({ id, guessing }, i) => {
		const item = items[i];
		return item ? [{ id, ...item, c: guessing, calibrated: item.bError !== null }] : [];
	});
}
