import { agreementOf } from '../levels.ts';
import type { Knowledge, Simulation, Way } from './conditions.ts';
import type { Figures } from './figures.ts';
import type { Simulated } from './simulate.ts';

const names: Record<Way, string> = {
	forms: 'fixed form, drawn for each',
	'best form': 'fixed form, the best for all',
	'two stages': 'two stages, on paper',
	placement: 'adaptive, to that error',
	decision: 'adaptive, to pass or fail'
};
const ways: readonly Way[] = ['forms', 'best form', 'two stages', 'placement', 'decision'];

/** What a simulation found, in words and a table for each state of knowledge. */
export function reportOf(simulated: Simulated): string {
	const { promises } = simulated;
	return [
		headOf(simulated),
		`The editors' levels only, nothing answered yet\n${tableOf(simulated, 'levels')}`,
		`Calibrated from the answers of ${simulated.simulation.calibrators} others\n${tableOf(simulated, 'calibrated')}`,
		footOf(simulated),
		promises.map(({ says, holds }) => `${holds ? 'kept  ' : 'MISSED'}  ${says}`).join('\n')
	].join('\n\n');
}

function headOf({ seeds, simulation, bank }: Simulated): string {
	const { learners, population, cut, guesswork, unevenness, form, exposure } = simulation;
	const made = simulation.questions === null;
	return `seeds ${seeds.join(', ')}: for each ${made ? 'a new bank and' : 'another guess at the truth and'} ${learners} learners
population normal, mean ${population.mean}, spread ${population.sd} (also the prior); cut ${cut}
bank ${made ? 'made' : 'of content/, quiz and exam'}: ${bank.questions} questions, ${bank.skills} skills; fixed form of ${form} under the same shares, levels even, scored alike
${truthOf(simulation)}
spread of difficulties ${guesswork.spread}, sharpness ${guesswork.sharpness} (spread of its logarithm ${unevenness}); a guessed level misses by ${guesswork.miss} (correlation ${agreementOf(guesswork).toFixed(2)})
${100 * exposure.open} % of the bank open to each learner, one of the ${exposure.among} best asked`;
}

function truthOf({ questions }: Simulation): string {
	if (questions === null) return 'true difficulties and sharpness drawn from the seed; guessing 25 %, known';
	return `nobody knows how hard these questions really are: their true difficulties are ASSUMED, drawn so that the editors' levels
are as right as stated below; the figures tell about the length of this bank and its levels, not about its questions`;
}

function tableOf({ together, runs }: Simulated, knowledge: Knowledge): string {
	const head = [
		'',
		'asked',
		'from–to',
		'bias',
		'low/high',
		'error',
		'in 95 %',
		'wrong pass',
		'wrong fail',
		'most',
		'never'
	];
	const rows = ways.map((way) => rowOf(names[way], together[knowledge][way]));
	const spread = ways.map((way) => spreadOf(runs.map((run) => run[knowledge][way])));
	return aligned([[...head, 'over the seeds: asked, error'], ...rows.map((row, i) => [...row, spread[i] ?? ''])]);
}

function rowOf(name: string, f: Figures): string[] {
	return [
		name,
		f.length.toFixed(1),
		`${f.shortest}–${f.longest}`,
		signed(f.bias),
		`${signed(f.biasBelow)}/${signed(f.biasAbove)}`,
		f.error.toFixed(3),
		percent(f.coverage),
		percent(f.wrongPasses),
		percent(f.wrongFails),
		percent(f.mostAsked),
		percent(f.neverAsked)
	];
}

function spreadOf(runs: readonly Figures[]): string {
	const range = (values: number[], digits: number) =>
		`${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
	const lengths = runs.map(({ length }) => length);
	const errors = runs.map(({ error }) => error);
	return `${range(lengths, 1)}, ${range(errors, 3)}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
	const cell = (text: string, i: number) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0));
	return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

function footOf({ simulation: { max, min, certainty } }: Simulated): string {
	return `asked: mean; bias: estimate less truth, below and above the population's mean apart; error: root mean square;
in 95 %: intervals that hold the truth; wrong: shares of all learners; most: learners who met the question asked most;
never: questions nobody met. Between ${min} and ${max.placement} questions, to pass or fail at most ${max.decision}, at ${percent(certainty)} certainty.`;
}

function signed(value: number): string {
	return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
