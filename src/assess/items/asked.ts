import { countWords, plainText, questionType, type LearningRules, type Question } from '../../catalog/index.ts';

/** A question as far as its figures look at it. */
export interface Asked {
	readonly fields: readonly AskedField[];
	/** Reading it takes at least this many whole seconds. */
	readonly leastSeconds: number;
}

interface AskedField {
	readonly name: string;
	/** Whether one option is to be chosen of several. */
	readonly single: boolean;
	/** Empty where something is written. */
	readonly options: readonly { readonly id: string; readonly correct: boolean }[];
}

/** What is asked, with its key. */
export function askedOf(question: Question, rules: LearningRules['plausible']): Asked {
	const fields = fieldsOf(question).map(({ name, control, options }) => ({
		name,
		single: control !== 'many',
		options: options.map(({ id, correct }) => ({ id, correct }))
	}));
	return { fields, leastSeconds: leastSecondsFor(question, rules) };
}

/** The fields as they are shown after the end, when nobody has filled anything in: with what is right and why. */
export function fieldsOf(question: Question) {
	const { lang } = question;
	return questionType(question.type).review(question, { order: [], lang, response: {} });
}

/**
 * By the words of the question and its options at the fastest reading that is believed, and never less than reading any
 * question takes: both from the rules of learning. Rounded down, in the learner's favour.
 */
function leastSecondsFor(question: Question, { wordsPerMinute, secondsPerQuestion }: LearningRules['plausible']) {
	const options = fieldsOf(question).flatMap((field) => field.options.map(({ text }) => text));
	// Fields may share their options: those are read once.
	const read = [question.stem, ...new Set(options)];
	const words = read.reduce((sum, html) => sum + countWords(plainText(html)), 0);
	return Math.floor(Math.max((words * 60) / wordsPerMinute, secondsPerQuestion));
}
