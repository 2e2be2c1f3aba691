import type { LearningRules } from '../catalog/index.ts';

/** How much there is in a lesson: syllables to read, check questions to answer. */
export interface LessonSize {
	readonly words: number;
	readonly questions: number;
}

/** When a lesson was opened (null: nobody knows) and when its check questions were first answered. */
export interface Reading {
	readonly openedAt: Date | null;
	readonly firstAnswers: readonly Date[];
}

type Plausible = LearningRules['plausible'];

/** The seconds between opening a lesson and answering its last question at the fastest reading that is believed. */
export function plausibleSeconds(size: LessonSize, rules: Plausible): number {
	const reading = (rules.shareOfLesson * size.words * 60) / rules.wordsPerMinute;
	return reading + rules.secondsPerQuestion * size.questions;
}

/** The seconds that answering alone takes, from the first answer to the last. */
export function answeringSeconds(size: LessonSize, rules: Plausible): number {
	return rules.secondsPerQuestion * Math.max(0, size.questions - 1);
}

/**
 * Whether a lesson whose questions are all answered was learnt in a plausible time, from its opening to the answer
 * that completed it. Where the opening is unknown (cookies off, read on paper or on another phone) the reading is
 * believed, and only the answering must have taken its time.
 */
export function isPlausible({ openedAt, firstAnswers }: Reading, size: LessonSize, rules: Plausible): boolean {
	const times = firstAnswers.map((each) => each.getTime());
	const began = openedAt?.getTime() ?? Math.min(...times);
	const needed = openedAt ? plausibleSeconds(size, rules) : answeringSeconds(size, rules);
	return Math.max(...times) - began >= needed * 1_000;
}
