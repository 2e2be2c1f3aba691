import { writeFileSync } from 'node:fs';
import { guessedQuestion, reportOf, simulate, usualSimulation } from '../assess/index.ts';
import { listQuestionsIn, provideQuestionTypes } from '../catalog/index.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { questionTypes } from '../question-types/index.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run assess:simulate: learners of known ability take fixed forms and adaptive tests.
 *   -- --seed 1         the first seed; --seeds 5 how many banks and populations, one seed after the other
 *   -- --learners 1000  how many in each
 *   -- --bank real      the quiz and exam questions of content/ instead of a made bank of 150
 *   -- --miss 0.6       by how much a guessed level misses, in spreads of ability
 *   -- --spread 1.5    how far true difficulties are spread, in the same unit
 *   -- --json FILE      everything as JSON
 *   -- --check          ends with 1 where a promise is not kept
 */
async function main(): Promise<void> {
	const given = optionsOf({
		seed: 'string',
		seeds: 'string',
		learners: 'string',
		bank: 'string',
		miss: 'string',
		spread: 'string',
		json: 'string',
		check: 'boolean'
	});
	const { guesswork, learners } = usualSimulation;
	const [first, count] = [wholeNumber(given.seed, 1), wholeNumber(given.seeds, 5)];
	const simulated = simulate(
		Array.from({ length: count }, (_, i) => String(first + i)),
		{
			...usualSimulation,
			learners: wholeNumber(given.learners, learners),
			guesswork: {
				...guesswork,
				miss: positive(given.miss, guesswork.miss),
				spread: positive(given.spread, guesswork.spread)
			},
			questions: given.bank === 'real' ? await realQuestions() : null
		}
	);
	say(`\n${reportOf(simulated)}\n`);
	if (given.json) writeFileSync(given.json, `${JSON.stringify(simulated, null, '\t')}\n`);
	if (given.check && simulated.promises.some(({ holds }) => !holds)) process.exitCode = 1;
}

async function realQuestions() {
	provideQuestionTypes(questionTypes);
	const questions = await listQuestionsIn(process.env.CONTENT_DIR ?? 'content');
	return questions.filter(({ purpose }) => purpose !== 'check').map(guessedQuestion);
}

function wholeNumber(text: string | undefined, otherwise: number): number {
	const number = positive(text, otherwise);
	if (!Number.isInteger(number)) throw new Obstacle(`Cần số nguyên / not a whole number: ${text}`);
	return number;
}

function positive(text: string | undefined, otherwise: number): number {
	const number = text === undefined ? otherwise : Number(text);
	if (!(number > 0)) throw new Obstacle(`Cần số lớn hơn 0 / not a number above 0: ${text}`);
	return number;
}

await runCommand(main);
