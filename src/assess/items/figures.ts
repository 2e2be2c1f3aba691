import type { Asked } from './asked.ts';
import { recentAndEarlier, total, type Counters, type RestGroup, type Sums } from './counters.ts';
import { correlation, quantileShares, differs, medianOf } from './statistics.ts';

/**
 * From this many answers on there are figures. With fifty the error of a correlation is about 1/√49 = 0.14 and that of
 * a share at most 7 points: with fewer, chance would say more than the question (the error of a correlation near zero
 * is 1/√(n−1): e.g. Crocker & Algina 1986, Introduction to Classical and Modern Test Theory).
 */
export const enoughAnswers = 50;

/**
 * The strong and the weak are the upper and the lower 27% by rest score: the shares at which the two groups differ most
 * surely (T. L. Kelley 1939, The selection of upper and lower groups for the validation of test items).
 */
const groupShare = 0.27;

/** A figure of one option; shares are whole percent. */
export interface OptionFigures {
	/** The field of the question, and the option; empty for something written that was right. */
	field: string;
	option: string;
	correct: boolean;
	/** A wrong option that was written to be chosen, of a field that people got to. */
	lure: boolean;
	/** How many chose it. */
	chosen: number;
	share: number | null;
	strong: number | null;
	weak: number | null;
	/** How choosing it goes with the rest score, −1 to 1. */
	discrimination: number | null;
}

/** What is shown of one version of a question, rounded as it is shown: the page and the file have nothing else. */
export interface Figures {
	/** Learners who met it, of whom so many answered and so many left it out. */
	shown: number;
	answered: number;
	leftOut: number;
	/** The share of the points that was reached by who answered, in whole percent. */
	facility: number | null;
	/** The correlation of its points with the rest score, which leaves the question itself out (item–rest). */
	discrimination: number | null;
	medianSeconds: number | null;
	leastSeconds: number;
	/** The share of answers that were quicker than reading, among those whose time is known. */
	tooQuick: number | null;
	/** The share of the points in the last ninety days and before; null where either has too few answers. */
	drift: { recent: number; earlier: number; significant: boolean } | null;
	/** Pairs of sheets of one sitting, alike beyond chance, that share a wrong answer here. */
	alikePairs: number;
	options: OptionFigures[];
}

interface Moment {
	/** The first of the last ninety days. */
	readonly since: string;
	readonly alikePairs: number;
}

/** The figures of one version; each is null while there is too little to say. */
export function figuresOf(counters: Counters, asked: Asked, { since, alikePairs }: Moment): Figures {
	const points = total(Object.values(counters.days));
	const enough = points.n >= enoughAnswers;
	const groups = Object.entries(counters.rest).filter(([rest]) => rest !== 'none');
	const known = groups.map(([rest, group]) => ({ rest: Number(rest), ...group }));
	return {
		shown: counters.shown,
		answered: points.n,
		leftOut: counters.shown - points.n,
		facility: enough ? percentOf(points) : null,
		discrimination: enough ? hundredths(correlation(known)) : null,
		...timesOf(counters.seconds, asked.leastSeconds),
		drift: driftOf(counters, since),
		alikePairs,
		options: asked.fields.flatMap((field) =>
			(field.options.length > 0 ? field.options : [{ id: '', correct: true }]).map(({ id, correct }) => ({
				...{ field: field.name, option: id, correct },
				lure: field.lures && !correct && reached(field, counters) >= enoughAnswers,
				...optionOf(known, Object.values(counters.rest), { key: `${field.name}:${id}`, enough })
			}))
		)
	};
}

/** How often something was chosen there: some steps of a story are never come to. */
function reached({ name, options }: Asked['fields'][number], { rest }: Counters): number {
	const of = ({ chosen }: RestGroup) => options.reduce((sum, { id }) => sum + (chosen[`${name}:${id}`] ?? 0), 0);
	return Object.values(rest).reduce((sum, group) => sum + of(group), 0);
}

type Known = RestGroup & { readonly rest: number };

function optionOf(
	known: readonly Known[],
	all: readonly RestGroup[],
	{ key, enough }: { key: string; enough: boolean }
) {
	const chosen = all.reduce((sum, group) => sum + (group.chosen[key] ?? 0), 0);
	if (!enough) return { chosen, share: null, strong: null, weak: null, discrimination: null };
	const groups = known.map(({ rest, n, chosen: by }) => ({ rest, n, sum: by[key] ?? 0, squares: by[key] ?? 0 }));
	const { upper, lower } = quantileShares(groups, groupShare);
	return {
		chosen,
		share: Math.round((100 * chosen) / total(all).n),
		strong: whole(upper),
		weak: whole(lower),
		discrimination: hundredths(correlation(groups))
	};
}

function timesOf(seconds: Counters['seconds'], leastSeconds: number) {
	const times = Object.entries(seconds).map(([second, n]) => ({ value: Number(second), n }));
	const timed = times.reduce((sum, { n }) => sum + n, 0);
	if (timed < enoughAnswers) return { medianSeconds: null, leastSeconds, tooQuick: null };
	const quick = times.filter(({ value }) => value < leastSeconds).reduce((sum, { n }) => sum + n, 0);
	return { medianSeconds: medianOf(times), leastSeconds, tooQuick: Math.round((100 * quick) / timed) };
}

function driftOf(counters: Counters, since: string): Figures['drift'] {
	const { recent, earlier } = recentAndEarlier(counters, since);
	if (recent.n < enoughAnswers || earlier.n < enoughAnswers) return null;
	return { recent: percentOf(recent), earlier: percentOf(earlier), significant: differs(recent, earlier) };
}

/** Points are in thousandths of a question. */
const percentOf = ({ n, sum }: Sums) => Math.round(sum / n / 10);
const whole = (share: number | null) => (share === null ? null : Math.round(share * 100));
// `+ 0` turns -0 into 0.
const hundredths = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100 + 0);
