import type { Figures, OptionFigures } from './figures.ts';

/** What may be wrong with a question, the gravest first. */
export const flags = [
	'bad-key',
	'reversed',
	'alike',
	'drifting',
	'weak',
	'too-hard',
	'too-quick',
	'unchosen',
	'too-easy'
] as const;
export type Flag = (typeof flags)[number];

/**
 * Below it a question is poor, to be rejected or improved by revision; from 0.40 on it is very good (R. L. Ebel & D. A.
 * Frisbie 1991, Essentials of Educational Measurement, 5th ed.).
 */
const weakBelow = 0.2;
export const veryGoodFrom = 0.4;

/**
 * "Extremely easy", and "difficult" at best: Moodle's quiz statistics report, facility index. Our quizzes ask who has
 * read the lesson, so easy alone is the last thing to look at; but such a question tells nobody apart.
 */
const tooEasyFrom = 95;
const tooHardUpTo = 20;

/**
 * A difference of the share of points below this does not matter, however significant (ours; it is what one learner in
 * ten does otherwise).
 */
const driftFrom = 10;

/**
 * Where less than nine in ten answer with effort, answers are not to be relied on: S. L. Wise & X. Kong 2005, Response
 * time effort, who set the limit for a test-taker; here for a question.
 */
const tooQuickFrom = 10;

/** A wrong option that fewer choose does no work: T. M. Haladyna & S. M. Downing 1993, How many options is enough? */
const worksFrom = 5;

/** The share of it is told, not flagged. */
export function hardlyChosen({ lure, share, chosen }: OptionFigures): boolean {
	return lure && chosen > 0 && share !== null && share < worksFrom;
}

/** A wrong option that nobody chose. */
export function neverChosen({ lure, share, chosen }: OptionFigures): boolean {
	return lure && share !== null && chosen === 0;
}

/** Beyond chance at about 5%: the error of a correlation near zero is 1/√n. */
function isSure(value: number, n: number): boolean {
	return Math.abs(value) * Math.sqrt(n) >= 2;
}

/**
 * The wrong option that who does well elsewhere prefers to a right one: its correlation with the rest score is above
 * zero beyond chance and above that of a right option of the same field. The key is probably wrong, or both are right.
 */
export function preferredToKey({ options, answered }: Figures): OptionFigures | undefined {
	return options.find(
		({ correct, field, discrimination: own }) =>
			!correct &&
			own !== null &&
			own > 0 &&
			isSure(own, answered) &&
			options.some((other) => other.correct && other.field === field && own > (other.discrimination ?? 0))
	);
}

/** What is striking about a version, judged by the figures as they are shown; the gravest first. */
export function flagsOf(figures: Figures): Flag[] {
	const badKey = preferredToKey(figures) !== undefined;
	const found: Record<Flag, boolean> = {
		'bad-key': badKey,
		// With a wrong key no question can tell anybody apart.
		reversed: !badKey && isReversed(figures),
		alike: figures.alikePairs > 0,
		drifting: isDrifting(figures),
		weak: !badKey && isWeak(figures),
		'too-hard': figures.facility !== null && figures.facility <= tooHardUpTo,
		'too-quick': figures.tooQuick !== null && figures.tooQuick >= tooQuickFrom,
		unchosen: figures.options.some(neverChosen),
		'too-easy': isTooEasy(figures)
	};
	return flags.filter((flag) => found[flag]);
}

function isReversed({ discrimination, answered }: Figures): boolean {
	return discrimination !== null && discrimination < 0 && isSure(discrimination, answered);
}

function isDrifting({ drift }: Figures): boolean {
	return drift !== null && drift.significant && Math.abs(drift.recent - drift.earlier) >= driftFrom;
}

function isTooEasy({ facility }: Figures): boolean {
	return facility !== null && facility >= tooEasyFrom;
}

/** Where nearly everyone is right, nobody can be told apart: that it is too easy says it all. */
function isWeak(figures: Figures): boolean {
	const { discrimination } = figures;
	return discrimination !== null && discrimination < weakBelow && !isReversed(figures) && !isTooEasy(figures);
}

/** The larger, the sooner an editor should look: by the gravest flag, then by discrimination; last what lacks answers. */
export function worstOf(figures: Figures): number {
	const [gravest] = flagsOf(figures);
	const gravity = gravest ? flags.length - flags.indexOf(gravest) : 0;
	if (figures.facility === null && gravity === 0) return -1;
	return gravity * 1_000 + Math.round(100 - 100 * (figures.discrimination ?? 0));
}
