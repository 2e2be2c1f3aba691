import type { Level } from '../catalog/index.ts';
import { seeded, shuffled } from './random.ts';
import type { DrawnQuestion } from './tables.ts';

/** A question of the bank, as far as drawing looks at it. No key here. */
export interface Candidate {
	readonly id: string;
	readonly hash: string;
	readonly lessonId: string | null;
	readonly level: Level;
	/** The ids of what is shuffled in it. */
	readonly shuffled: readonly string[];
}

export interface Draw {
	readonly bank: readonly Candidate[];
	/** How many questions to ask; all of the bank when it holds fewer. */
	readonly asked: number;
	/** The questions of each earlier attempt, the first attempt first. */
	readonly seenBefore: readonly (readonly string[])[];
	readonly seed: string;
}

/**
 * Draws a quiz: as evenly over the lessons as the bank allows, within that questions not seen before, then those seen
 * longest ago, then a mix of levels. Questions and options come shuffled. The same draw gives the same quiz, whatever
 * the order of the bank; no question comes twice.
 */
export function drawQuiz({ bank, asked, seenBefore, seed }: Draw): DrawnQuestion[] {
	const random = seeded(seed);
	const byId = [...bank].sort((a, b) => (a.id < b.id ? -1 : 1));
	const left = shuffled(byId, random);
	const lastSeen = new Map(seenBefore.flatMap((ids, attempt) => ids.map((id) => [id, attempt + 1] as const)));
	const perLesson = new Map<string | null, number>();
	const perLevel = new Map<Level, number>();
	const picked: Candidate[] = [];
	const cost = (each: Candidate) => [
		perLesson.get(each.lessonId) ?? 0,
		lastSeen.get(each.id) ?? 0,
		perLevel.get(each.level) ?? 0
	];
	while (picked.length < asked && left.length > 0) {
		const best = left.reduce((a, b) => (isLess(cost(b), cost(a)) ? b : a));
		left.splice(left.indexOf(best), 1);
		picked.push(best);
		perLesson.set(best.lessonId, (perLesson.get(best.lessonId) ?? 0) + 1);
		perLevel.set(best.level, (perLevel.get(best.level) ?? 0) + 1);
	}
	return shuffled(picked, random).map(({ id, hash, shuffled: ids }) => ({
		questionId: id,
		hash,
		optionOrder: shuffled(ids, random)
	}));
}

/** Whether the first number that differs is smaller. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
	const at = a.findIndex((each, i) => each !== b[i]);
	return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
