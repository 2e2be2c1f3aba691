import { seeded, shuffled } from '../random.ts';
import type { ReadyTest } from './adaptive-test.ts';
import { chooseNext, expectedGain } from './choosing.ts';
import { afterAnswer, estimateFrom, type Estimate } from './estimate.ts';
import type { ScaleItem } from './item.ts';
import { isReached } from './stopping.ts';

/** An attempt under way: nothing in it that does not follow from the test, the seed and the answers. */
export interface Session {
	readonly test: ReadyTest;
	readonly asked: readonly ScaleItem[];
	/** How likely each ability is by now. */
	readonly weights: Float64Array;
	/** The bank in the order of this attempt's seed, and which part of it is open. */
	readonly bank: readonly ScaleItem[];
	readonly open: ReadonlySet<ScaleItem>;
	/** A number from 0 to below 1 for each question that can come. */
	readonly lots: readonly number[];
}

const fine = 2 ** 30;

/** An attempt before its first question; the same seed gives the same attempt, in whatever order the bank comes. */
export function begin(test: ReadyTest, seed: string): Session {
	const random = seeded(seed);
	const byId = [...test.items].sort((a, b) => (a.id < b.id ? -1 : 1));
	const bank = shuffled(byId, random);
	const lots = Array.from({ length: test.stop.max }, () => random.below(fine) / fine);
	return { test, asked: [], weights: test.grid.prior, bank, open: openPart(bank, test.exposure.open), lots };
}

/** The same part of every skill, so that the blueprint stays possible. */
function openPart(bank: readonly ScaleItem[], share: number): Set<ScaleItem> {
	const skills = new Set(bank.map(({ skill }) => skill));
	return new Set(
		[...skills].flatMap((skill) => {
			const items = bank.filter((item) => item.skill === skill);
			return items.slice(0, Math.ceil(items.length * share));
		})
	);
}

/** The next question, or null where the test is over. */
export function nextItem(session: Session): ScaleItem | null {
	const { test, asked, weights } = session;
	const { min, max, aim } = test.stop;
	const item = asked.length < max ? upcoming(session) : null;
	if (!item || asked.length < min) return item;
	return isReached(aim, { grid: test.grid, weights, expectedGain: gainOf(session, item) }) ? null : item;
}

/** The question that comes if the test goes on; null where all were asked. */
export function upcoming(session: Session): ScaleItem | null {
	return chooseNext({ ...session, lot: session.lots[session.asked.length] ?? 0 });
}

/** By how much the answer to this question is expected to lower the variance. */
export function gainOf({ test, weights }: Session, item: ScaleItem): number {
	return expectedGain(test, weights, item);
}

/** The attempt after this question was answered. */
export function answered(session: Session, item: ScaleItem, right: boolean): Session {
	const weights = afterAnswer(session.test.grid, session.weights, { item, right });
	return { ...session, asked: [...session.asked, item], weights };
}

/** The attempt again from what is kept of it: its seed, and whether each answer was right, in their order. */
export function replay(test: ReadyTest, seed: string, answers: readonly boolean[]): Session {
	return answers.reduce(
		(session, right) => {
			const item = nextItem(session);
			return item ? answered(session, item, right) : session;
		},
		begin(test, seed)
	);
}

/** What the answers so far say. */
export function standing({ test, weights }: Session): Estimate {
	return estimateFrom(test.grid, weights);
}
