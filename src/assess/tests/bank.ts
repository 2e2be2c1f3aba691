import { coversSkill, questionType, type Catalog, type Question, type Test } from '../../catalog/index.ts';
import { makeReady, type ReadyTest } from '../scale/adaptive-test.ts';
import type { ScaleItem } from '../scale/item.ts';
import { startingItem } from '../scale/levels.ts';
import type { DrawnQuestion } from '../tables.ts';
import type { TestCandidate } from './draw-test.ts';

/** A question that a test can ask, with its place on the scale. */
export interface BankQuestion extends TestCandidate {
	readonly hash: string;
	readonly item: ScaleItem;
}

/** What a test draws from: looked through once for a release. */
export interface TestBank {
	readonly test: Test;
	readonly questions: readonly BankQuestion[];
	readonly byId: ReadonlyMap<string, BankQuestion>;
	/** The percent of each share, by its number as a word, as the scale names skills. */
	readonly shares: ReadonlyMap<string, number>;
	readonly ready: ReadyTest;
}

/** A blueprint is one object for as long as its release is the newest. */
const banks = new WeakMap<Test, TestBank>();

export function bankOf(catalog: Catalog, test: Test): TestBank {
	const known = banks.get(test);
	if (known) return known;
	const questions = catalog
		.testQuestions(test)
		.flatMap((question) => inShare(question, test) ?? [])
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	const shares = new Map(test.shares.map(({ percent }, share) => [String(share), percent]));
	const made = {
		...{ test, questions, shares },
		byId: new Map(questions.map((question) => [question.id, question])),
		ready: readyTest(test, { questions, shares })
	};
	banks.set(test, made);
	return made;
}

function inShare(question: Question, { shares }: Test): BankQuestion | null {
	const { id, hash, lessonId, level, skill } = question;
	const share = shares.findIndex(({ skills }) => coversSkill(skills, skill));
	if (share < 0) return null;
	const item = startingItem({ id, skill: String(share), level, guessing: guessingAt(question) });
	return { id, hash, lessonId, level, share, item };
}

/** Blind guessing hits one of the options; where something is written or put in order, it hits next to never. */
function guessingAt({ type, options }: Question): number {
	return questionType(type).name === 'one' ? 1 / options.length : 0;
}

/** Abilities of those who take it first are what the scale is measured in. */
const prior = { mean: 0, sd: 1 };

/**
 * A placement ends when the error is 0.4 of the spread of abilities or hardly falls any more; at least half of what the
 * blueprint allows is asked, so that every share comes up.
 */
function readyTest(test: Test, { questions, shares }: Pick<TestBank, 'questions' | 'shares'>): ReadyTest {
	return makeReady({
		items: questions.map(({ item }) => item),
		shares,
		prior,
		stop: {
			min: Math.ceil(test.questions / 2),
			max: test.questions,
			aim: { kind: 'error', error: 0.4, gain: 0.01 }
		},
		exposure: { open: 0.6, among: 4 }
	});
}

/** A question as it is kept with an attempt, its place on the scale frozen. */
export function drawnFrom({ id, hash, share, item }: BankQuestion, optionOrder: string[]): DrawnQuestion {
	const { a, b, c } = item;
	return { questionId: id, hash, optionOrder, item: { share, a, b, c } };
}
