import type { AdaptiveTest } from '../adaptive-test.ts';
import { AnswerList } from '../calibration/answers.ts';
import { calibrate } from '../calibration/calibrate.ts';
import { drawForm } from '../fixed-form.ts';
import type { ScaleItem } from '../item.ts';
import { calibratedItem, difficultyOf, startingItem, usualGuesswork } from '../levels.ts';
import { aimAtForm } from './aiming.ts';
import { figuresOf, type Figures } from './figures.ts';
import { takeAdaptive, takeBestForm, takeForms, takeTwoStages, type Scoring } from './outcomes.ts';
import { makeLearners, makeWorld, type World, type WorldPlan } from './world.ts';

/** What is known of the questions: the editors' levels only, or what was estimated from answers. */
export type Knowledge = 'levels' | 'calibrated';

/** The ways of asking, each scored alike: forms drawn for each learner, one form for all, two stages
 * on paper, adaptive towards an error or a decision. */
export type Way = 'forms' | 'best form' | 'two stages' | 'placement' | 'decision';

export interface Simulation extends Omit<WorldPlan, 'seed'> {
	readonly cut: number;
	/** Length of the fixed forms. */
	readonly form: number;
	readonly stages: { readonly routing: number; readonly second: number };
	readonly min: number;
	/** Most questions of an adaptive test: towards an error, and towards a decision. */
	readonly max: { readonly placement: number; readonly decision: number };
	readonly certainty: number;
	readonly exposure: AdaptiveTest['exposure'];
	/**
	 * Which share of the form's error the adaptive test aims at. What it chooses is a little less good than it looks (a
	 * level is off as a whole, an estimate flatters the question it makes look best), so it aims lower to come out alike.
	 */
	readonly aimAt: Record<Knowledge, number>;
	/** Other learners: those of the pilot that finds the aim, and those whose answers calibrate the bank. */
	readonly pilot: number;
	readonly calibrators: number;
}

/** As the command runs it unless told otherwise. */
export const usualSimulation: Simulation = {
	learners: 1000,
	population: { mean: 0, sd: 1 },
	guesswork: usualGuesswork,
	unevenness: 0.3,
	questions: null,
	cut: 0,
	form: 32,
	stages: { routing: 10, second: 12 },
	min: 5,
	max: { placement: 40, decision: 32 },
	certainty: 0.95,
	exposure: { open: 0.65, among: 5 },
	aimAt: { levels: 0.965, calibrated: 0.96 },
	pilot: 400,
	// About a thousand answers a question, which is what calibrating sharpness is said to need.
	calibrators: 4700
};

export type Run = Record<Knowledge, Record<Way, Figures>>;

/** A run and what bank it was made on. */
export interface RunOnBank {
	readonly bank: { readonly questions: number; readonly skills: number };
	readonly ways: Run;
}

/** One bank, one population, every way of asking. */
export function run(seed: string, simulation: Simulation): RunOnBank {
	const world = makeWorld({ ...simulation, seed });
	const others = (name: string, learners: number): World => ({
		...world,
		...makeLearners(world.bank, { seed: `${name} of ${seed}`, learners, population: simulation.population })
	});
	const pilot = others('pilot', simulation.pilot);
	const levels = world.bank.map((question) => startingItem(question, simulation.guesswork));
	const calibrated = calibratedItems(others('calibration', simulation.calibrators), simulation);
	return {
		bank: { questions: world.bank.length, skills: world.shares.size },
		ways: {
			levels: allWays({ world, pilot }, { items: levels, share: simulation.aimAt.levels, ...simulation }),
			calibrated: allWays({ world, pilot }, { items: calibrated, share: simulation.aimAt.calibrated, ...simulation })
		}
	};
}

function allWays(
	{ world, pilot }: { world: World; pilot: World },
	{
		items,
		share,
		form,
		stages,
		min,
		max,
		exposure,
		certainty,
		cut,
		population
	}: Simulation & { items: readonly ScaleItem[]; share: number }
): Record<Way, Figures> {
	const scoring: Scoring = { items, prior: population, cut };
	const figures = (outcomes: Parameters<typeof figuresOf>[0]) =>
		figuresOf(outcomes, { cut, mean: population.mean, bank: world.bank.length });
	const aim = aimAtForm(pilot, { scoring, exposure, form, share, min, max: max.placement });
	const decision = { kind: 'decision', cut, certainty } as const;
	return {
		forms: figures(takeForms(world, scoring, form)),
		'best form': figures(takeBestForm(world, scoring, form)),
		'two stages': figures(takeTwoStages(world, scoring, stages)),
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
