import { coversSkill, type Question, type Test } from '../../catalog/index.ts';
import type { Drawing } from '../assess-house.ts';
import { guessingAt } from '../calibrated/guessing.ts';
import { makeReady, type ReadyTest } from '../scale/adaptive-test.ts';
import type { ScaleItem } from '../scale/item.ts';
import { calibratedItem, startingItem } from '../scale/levels.ts';
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

/** A blueprint is one object for as long as its release is the newest; a new calibration makes a new bank of it. */
const banks = new WeakMap<Test, { bank: TestBank; runId: string | null }>();

export function bankOf(drawing: Drawing, test: Test): TestBank {
	const runId = drawing.calibrations.runId();
	const known = banks.get(test);
	if (known?.runId === runId) return known.bank;
	const bank = makeBank(drawing, test);
	banks.set(test, { bank, runId });
	return bank;
}

function makeBank({ catalog, calibrations }: Drawing, test: Test): TestBank {
	const questions = catalog
		.testQuestions(test)
		.flatMap((question) => inShare(question, test, calibrations) ?? [])
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	const shares = new Map(test.shares.map(({ percent }, share) => [String(share), percent]));
	return {
		...{ test, questions, shares },
		byId: new Map(questions.map((question) => [question.id, question])),
		ready: readyTest(test, { questions, shares })
	};
}

function inShare(question: Question, { shares }: Test, calibrations: Drawing['calibrations']): BankQuestion | null {
	const { id, hash, lessonId, level, skill } = question;
	const share = shares.findIndex(({ skills }) => coversSkill(skills, skill));
	if (share < 0) return null;
	const guessed = { id, skill: String(share), level, guessing: guessingAt(question) };
	const found = calibrations.of(hash);
	return { id, hash, lessonId, level, share, item: found ? calibratedItem(guessed, found) : startingItem(guessed) };
}

/** Abilities of those who take it first are what the scale is measured in. */
export const prior = { mean: 0, sd: 1 };

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
