import { countWords, plainText, questionType, type LearningRules, type Question } from '../../catalog/index.ts';

/** A question as far as its figures look at it. */
export interface Asked {
	readonly fields: readonly AskedField[];
	/** Reading it takes at least this many whole seconds. */
	readonly leastSeconds: number;
}

interface AskedField {
	readonly name: string;
	/** Whether an editor wrote its wrong options to be chosen; fields that share theirs (places, partners) have none such. */
	readonly lures: boolean;
	/** Empty where something is written. */
	readonly options: readonly { readonly id: string; readonly correct: boolean }[];
}

/** What is asked, with its key. */
export function askedOf(question: Question, rules: LearningRules['plausible']): Asked {
	const fields = fieldsOf(question).map(({ name, control, options }) => ({
		name,
		lures: control !== 'pick',
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
 * By the words of the question, of a message it shows and of its options at the fastest reading that is believed, and never less than reading any
 * question takes: both from the rules of learning. Rounded down, in the learner's favour.
 */
function leastSecondsFor(question: Question, { wordsPerMinute, secondsPerQuestion }: LearningRules['plausible']) {
	const parts = fieldsOf(question).flatMap(({ exhibit, options }) => [
		exhibit ?? '',
		...options.map(({ text }) => text)
	]);
	// Fields may share their options: those are read once.
	const read = [question.stem, ...new Set(parts)];
	const words = read.reduce((sum, html) => sum + countWords(plainText(html)), 0);
	return Math.floor(Math.max((words * 60) / wordsPerMinute, secondsPerQuestion));
}
