import { run, type Knowledge, type Run, type Simulation, type Way } from './conditions.ts';
import { together, type Figures } from './figures.ts';

/** One thing that was promised, and whether it holds. */
interface Promised {
	readonly says: string;
	readonly holds: boolean;
}

/** All runs of a simulation, what they come to together, and the promises. */
export interface Simulated {
	readonly seeds: readonly string[];
	readonly simulation: Simulation;
	readonly bank: { readonly questions: number; readonly skills: number };
	readonly runs: readonly Run[];
	readonly together: Run;
	readonly promises: readonly Promised[];
}

/** What the adaptive test has to keep to on average. */
const atMost = { levels: 22, calibrated: 14, decision: 20 };

/** Runs a simulation once for each seed, each with a bank and learners of its own. */
export function simulate(seeds: readonly string[], simulation: Simulation): Simulated {
	const results = seeds.map((seed) => run(seed, simulation));
	const runs = results.map(({ ways }) => ways);
	const of = (knowledge: Knowledge, way: Way): Figures => together(runs.map((each) => each[knowledge][way]));
	const all = (knowledge: Knowledge) => ({
		forms: of(knowledge, 'forms'),
		'best form': of(knowledge, 'best form'),
		'two stages': of(knowledge, 'two stages'),
		placement: of(knowledge, 'placement'),
		decision: of(knowledge, 'decision')
	});
	const sum = { levels: all('levels'), calibrated: all('calibrated') };
	const bank = results[0]?.bank ?? { questions: 0, skills: 0 };
	return { seeds, simulation, bank, runs, together: sum, promises: promisesOf(sum) };
}

function promisesOf(sum: Run): Promised[] {
	return [
		shortEnough('levels only', sum.levels, atMost.levels),
		shortEnough('calibrated', sum.calibrated, atMost.calibrated),
		sureEnough('levels only', sum.levels),
		sureEnough('calibrated', sum.calibrated)
	];
}

function shortEnough(name: string, { placement, forms }: Record<Way, Figures>, most: number): Promised {
	const holds = placement.length <= most && placement.error <= forms.error;
	const error = `${placement.error.toFixed(4)} (the form: ${forms.error.toFixed(4)})`;
	return {
		says: `${name}: the form's error with at most ${most}: ${placement.length.toFixed(1)}, error ${error}`,
		holds
	};
}

function sureEnough(name: string, { decision, forms }: Record<Way, Figures>): Promised {
	const wrong = ({ wrongPasses, wrongFails }: Figures) => wrongPasses + wrongFails;
	const holds = decision.length <= atMost.decision && wrong(decision) <= wrong(forms);
	const shares = `${percent(wrong(decision))} wrong (the form: ${percent(wrong(forms))})`;
	const most = atMost.decision;
	return {
		says: `${name}: no more wrong decisions with at most ${most}: ${decision.length.toFixed(1)}, ${shares}`,
		holds
	};
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
