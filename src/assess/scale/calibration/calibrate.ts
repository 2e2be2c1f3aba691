import type { Prior } from '../grid.ts';
import { byLearner, type Answers } from './answers.ts';
import { errorsOf } from './errors.ts';
import { expect, type Curve, type Expected } from './expectation.ts';
import { linkBy, type Link } from './link.ts';
import { commonSharpness, maximise, maximiseDifficulty, type Belief } from './maximisation.ts';

/** A question before calibration, on the present scale. */
interface CalibrationItem {
	/** What is reckoned with today; kept where there are too few answers. */
	readonly present: Curve;
	/** Whether that was found from answers: then it helps to keep the scale where it is. */
	readonly anchor: boolean;
	/** What its editors' level says of its difficulty. */
	readonly level: { readonly mean: number; readonly sd: number };
}

export interface CalibrationPlan {
	readonly items: readonly CalibrationItem[];
	readonly answers: Answers;
	/** One sharpness for all questions (Rasch), or one for each (2PL). Guessing is given in both. */
	readonly model: 'rasch' | '2pl';
	/** Where those who answered stand, as far as is known. */
	readonly group: Prior;
	/** Questions with fewer answers keep what they have. */
	readonly atLeast: number;
	/** What sharpness is believed to be before: its middle, and the spread of its logarithm. */
	readonly sharpness: { readonly middle: number; readonly spread: number };
}

export interface CalibratedItem {
	readonly a: number;
	readonly b: number;
	/** Standard errors; null where nothing was estimated (for `a` also where it is common to all). */
	readonly aError: number | null;
	readonly bError: number | null;
	readonly answers: number;
}

export interface Calibration {
	readonly items: readonly CalibratedItem[];
	readonly link: Link;
	/** Whether it came to rest, and after how many rounds. */
	readonly settled: boolean;
	readonly rounds: number;
}

/** What is worked with from round to round. */
interface Work {
	readonly plan: CalibrationPlan;
	readonly counts: Uint32Array;
	/** The items with enough answers. */
	readonly places: readonly number[];
}

const mostRounds = 200;
const restless = 0.002;

/**
 * Estimates sharpness and difficulty from answers of learners who each saw a few questions only: marginal maximum a
 * posteriori by EM (Bock & Aitkin 1981, with priors as Mislevy 1986), then linked to the present scale.
 */
export function calibrate(plan: CalibrationPlan): Calibration {
	const work = workOf(plan);
	const sorted = byLearner(plan.answers);
	let link = linkBy([], plan.group);
	let curves = plan.items.map(({ present }) => toGroup(present, link));
	let [rounds, moved] = [0, Infinity];
	while (rounds < mostRounds && moved > restless && work.places.length > 0) {
		const before = curves;
		const beliefs = beliefsOf(plan, link);
		curves = maximised(work, { curves, beliefs, expected: expect(sorted, curves) });
		moved = work.places.reduce((most, i) => Math.max(most, distance(before[i], curves[i])), 0);
		link = linkOf(work, curves);
		curves = withKept(work, curves, link);
		rounds++;
	}
	const errors = errorsOf(sorted, curves, beliefsOf(plan, link));
	const estimated = new Set(work.places);
	const items = plan.items.map(({ present }, i): CalibratedItem => {
		const [curve, error, answers] = [curves[i] ?? present, errors[i], work.counts[i] ?? 0];
		if (!estimated.has(i)) return { a: present.a, b: present.b, aError: null, bError: null, answers };
		const a = curve.a / link.slope;
		const aError = plan.model === '2pl' ? a * (error?.logA ?? 0) : null;
		return { a, b: link.slope * curve.b + link.shift, aError, bError: link.slope * (error?.b ?? 0), answers };
	});
	return { items, link, settled: moved <= restless, rounds };
}

function workOf(plan: CalibrationPlan): Work {
	const counts = new Uint32Array(plan.items.length);
	for (const item of plan.answers.item) counts[item] = (counts[item] ?? 0) + 1;
	const places = plan.items.flatMap((_, i) => ((counts[i] ?? 0) >= plan.atLeast ? [i] : []));
	return { plan, counts, places };
}

/** The M step for all items with enough answers. */
function maximised(
	{ plan, places }: Work,
	{ curves, beliefs, expected }: { curves: readonly Curve[]; beliefs: readonly Belief[]; expected: Expected }
): Curve[] {
	const next = [...curves];
	const a = plan.model === 'rasch' ? commonSharpness(curves, places, expected) : null;
	for (const i of places) {
		const [curve, belief] = [curves[i], beliefs[i]];
		if (!curve || !belief) continue;
		next[i] =
			a === null
				? maximise(curve, i, { expected, belief })
				: maximiseDifficulty({ ...curve, a }, i, { expected, belief });
	}
	return next;
}

/** The items with too few answers are where they were on the present scale, whatever the link has become. */
function withKept({ plan, places }: Work, curves: readonly Curve[], link: Link): Curve[] {
	const estimated = new Set(places);
	return plan.items.map(({ present }, i) => (estimated.has(i) && curves[i]) || toGroup(present, link));
}

function beliefsOf({ items, sharpness }: CalibrationPlan, { slope, shift }: Link): Belief[] {
	const logA = { mean: Math.log(sharpness.middle * slope), sd: sharpness.spread };
	return items.map(({ level }) => ({ b: { mean: (level.mean - shift) / slope, sd: level.sd / slope }, logA }));
}

function linkOf({ plan, places }: Work, curves: readonly Curve[]): Link {
	const anchors = places.filter((i) => plan.items[i]?.anchor);
	const pairs = anchors.map((i) => ({ item: i, present: plan.items[i]?.present.b ?? 0, found: curves[i]?.b ?? 0 }));
	return linkBy(pairs, plan.group);
}

function toGroup({ a, b, c }: Curve, { slope, shift }: Link): Curve {
	return { a: a * slope, b: (b - shift) / slope, c };
}

function distance(before: Curve | undefined, after: Curve | undefined): number {
	if (!before || !after) return 0;
	return Math.max(Math.abs(after.b - before.b), Math.abs(Math.log(after.a / before.a)));
}
