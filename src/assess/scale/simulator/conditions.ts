import type { AdaptiveTest } from '../adaptive-test.ts';
import { AnswerList } from '../calibration/answers.ts';
import { calibrate } from '../calibration/calibrate.ts';
import { drawForm } from '../fixed-form.ts';
import type { ScaleItem } from '../item.ts';
import { calibratedItem, difficultyOf, startingItem } from '../levels.ts';
import { aimAtForm } from './aiming.ts';
import { figuresOf, type Figures } from './figures.ts';
import { takeAdaptive, takeBestForm, takeForms, type Scoring } from './outcomes.ts';
import { makeLearners, makeWorld, type World, type WorldPlan } from './world.ts';

/** What is known of the questions: the editors' levels only, or what was estimated from answers. */
export type Knowledge = 'levels' | 'calibrated';

/** The ways of asking, each scored alike: forms drawn for each learner, one form for all, adaptive towards an error or a decision. */
export type Way = 'forms' | 'best form' | 'placement' | 'decision';

export interface Simulation extends Omit<WorldPlan, 'seed'> {
	readonly cut: number;
	/** Length of the fixed forms. */
	readonly form: number;
	readonly min: number;
	/** Most questions of an adaptive test: towards an error, and towards a decision. */
	readonly max: { readonly placement: number; readonly decision: number };
	readonly certainty: number;
	readonly exposure: AdaptiveTest['exposure'];
	/** Other learners: those of the pilot that finds the aim, and those whose answers calibrate the bank. */
	readonly pilot: number;
	readonly calibrators: number;
}

export type Run = Record<Knowledge, Record<Way, Figures>>;

/** One bank, one population, every way of asking. */
export function run(seed: string, simulation: Simulation): Run {
	const world = makeWorld({ ...simulation, seed });
	const others = (name: string, learners: number): World => ({
		...world,
		...makeLearners(world.bank, { seed: `${name} of ${seed}`, learners, population: simulation.population })
	});
	const pilot = others('pilot', simulation.pilot);
	const levels = world.bank.map((question) => startingItem(question, simulation.guesswork));
	const calibrated = calibratedItems(others('calibration', simulation.calibrators), simulation);
	return {
		levels: allWays({ world, pilot }, levels, simulation),
		calibrated: allWays({ world, pilot }, calibrated, simulation)
	};
}

function allWays(
	{ world, pilot }: { world: World; pilot: World },
	items: readonly ScaleItem[],
	simulation: Simulation
): Record<Way, Figures> {
	const { form, min, max, exposure, certainty, cut, population } = simulation;
	const scoring: Scoring = { items, prior: population, cut };
	const figures = (outcomes: Parameters<typeof figuresOf>[0]) =>
		figuresOf(outcomes, { cut, mean: population.mean, bank: world.bank.length });
	const aim = aimAtForm(pilot, { scoring, exposure, form, min, max: max.placement });
	const decision = { kind: 'decision', cut, certainty } as const;
	return {
		forms: figures(takeForms(world, scoring, form)),
		'best form': figures(takeBestForm(world, scoring, form)),
		placement: figures(takeAdaptive(world, scoring, { exposure, stop: { min, max: max.placement, aim } })),
		decision: figures(takeAdaptive(world, scoring, { exposure, stop: { min, max: max.decision, aim: decision } }))
	};
}

/** The bank as it is known after others have answered forms of it: estimated, with the errors that estimates have. */
function calibratedItems(others: World, { guesswork, form, population }: Simulation): ScaleItem[] {
	const answers = new AnswerList();
	const place = new Map(others.bank.map(({ id }, i) => [id, i]));
	for (const learner of others.abilities.keys())
		for (const { id } of drawForm({ ...others, questions: form, seed: `calibration ${learner}` }))
			answers.add(learner, place.get(id) ?? 0, others.isRight(learner, id));
	const { items } = calibrate({
		items: others.bank.map((question) => ({
			present: startingItem(question, guesswork),
			anchor: false,
			level: difficultyOf(question.level, guesswork)
		})),
		answers: answers.done(),
		model: '2pl',
		group: population,
		atLeast: 30,
		sharpness: { middle: guesswork.sharpness, spread: 0.3 }
	});
	return others.bank.map((question, i) => calibratedItem(question, items[i] ?? { a: 1, b: 0, bError: null }));
}
