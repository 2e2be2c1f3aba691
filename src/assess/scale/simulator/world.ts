import type { Level } from '../../../catalog/index.ts';
import { seeded, type Random } from '../../random.ts';
import { countsOf, type Shares } from '../blueprint.ts';
import type { Prior } from '../grid.ts';
import { chanceRight, type ScaleItem } from '../item.ts';
import { agreementOf, type GuessedQuestion, type Guesswork } from '../levels.ts';
import { evenly, normally } from './numbers.ts';

/** A question with what only the simulator knows: how it really is. */
export interface TrueQuestion extends GuessedQuestion {
	readonly truth: ScaleItem;
}

/** A bank and learners whose abilities are known; every answer is decided beforehand, so all ways of asking meet the same. */
export interface World {
	readonly bank: readonly TrueQuestion[];
	readonly shares: Shares;
	readonly abilities: readonly number[];
	isRight(learner: number, questionId: string): boolean;
}

export interface WorldPlan {
	readonly seed: string;
	readonly learners: number;
	readonly population: Prior;
	readonly guesswork: Guesswork;
	/** The spread of the logarithm of sharpness over the bank. */
	readonly unevenness: number;
	/** The real questions; without them a bank of 150 is made. */
	readonly questions: readonly GuessedQuestion[] | null;
}

const madeShares: Shares = new Map([
	['skill-1', 30],
	['skill-2', 25],
	['skill-3', 20],
	['skill-4', 15],
	['skill-5', 10]
]);
const madeQuestions = 150;
const madeGuessing = 0.25;
const levels: readonly Level[] = ['easy', 'medium', 'hard'];

export function makeWorld(plan: WorldPlan): World {
	const random = seeded(`bank of ${plan.seed}`);
	const bank = plan.questions ? truthsOf(plan.questions, plan, random) : makeBank(plan, random);
	const shares = plan.questions ? sharesOf(plan.questions) : madeShares;
	return { bank, shares, ...makeLearners(bank, plan) };
}

/** Other learners of the same population before the same bank. */
export function makeLearners(
	bank: readonly TrueQuestion[],
	{ seed, learners, population }: Pick<WorldPlan, 'seed' | 'learners' | 'population'>
): Pick<World, 'abilities' | 'isRight'> {
	const random = seeded(`learners of ${seed}`);
	const abilities = Array.from({ length: learners }, () => population.mean + population.sd * normally(random));
	const place = new Map(bank.map(({ id }, i) => [id, i]));
	const right = abilities.map((ability) =>
		Uint8Array.from(bank, ({ truth }) => (evenly(random) < chanceRight(truth, ability) ? 1 : 0))
	);
	return { abilities, isRight: (learner, id) => right[learner]?.[place.get(id) ?? -1] === 1 };
}

/** Difficulties and the editors' opinion of them, which puts the questions into thirds. */
function makeBank({ guesswork, unevenness }: WorldPlan, random: Random): TrueQuestion[] {
	const drafts = [...countsOf(madeShares, madeQuestions)].flatMap(([skill, length]) =>
		Array.from({ length }, () => ({ skill, ...judged(guesswork, random) }))
	);
	const ranks = new Map([...drafts].sort((a, b) => a.opinion - b.opinion).map((draft, rank) => [draft, rank]));
	return drafts.map((draft, i) => {
		const [id, { skill }] = [`q-${String(i).padStart(3, '0')}`, draft];
		const level = levels[Math.floor(((ranks.get(draft) ?? 0) / drafts.length) * levels.length)] ?? 'medium';
		const a = sharpnessFrom(guesswork.sharpness, unevenness, random);
		return { id, skill, level, guessing: madeGuessing, truth: { id, skill, a, b: draft.b, c: madeGuessing } };
	});
}

/** A difficulty, and what its editors think of it in spreads of their opinions. */
function judged(guesswork: Guesswork, random: Random): { b: number; opinion: number } {
	const agreement = agreementOf(guesswork);
	const standard = normally(random);
	return {
		b: guesswork.spread * standard,
		opinion: agreement * standard + Math.sqrt(1 - agreement ** 2) * normally(random)
	};
}

function sharpnessFrom(middle: number, unevenness: number, random: Random): number {
	return middle * Math.exp(unevenness * normally(random));
}

const upperThirdFrom = 0.4307;

/** Real questions get a truth that fits what their editors said of them: drawn until its opinion gives their level. */
function truthsOf(
	questions: readonly GuessedQuestion[],
	{ guesswork, unevenness }: WorldPlan,
	random: Random
): TrueQuestion[] {
	return questions.map((question) => {
		const { id, skill, level, guessing } = question;
		let draft = judged(guesswork, random);
		while (levelOf(draft.opinion) !== level) draft = judged(guesswork, random);
		const a = sharpnessFrom(guesswork.sharpness, unevenness, random);
		return { ...question, truth: { id, skill, a, b: draft.b, c: guessing } };
	});
}

function levelOf(opinion: number): Level {
	return opinion < -upperThirdFrom ? 'easy' : opinion > upperThirdFrom ? 'hard' : 'medium';
}

/** A real bank is asked in the shares in which it holds its skills. */
function sharesOf(questions: readonly GuessedQuestion[]): Shares {
	const shares = new Map<string, number>();
	for (const { skill } of questions) shares.set(skill, (shares.get(skill) ?? 0) + 1);
	return shares;
}
