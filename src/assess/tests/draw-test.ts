import type { Level } from '../../catalog/index.ts';
import { seeded, shuffled } from '../random.ts';

/** A question of the bank, as far as drawing looks at it. No key here. */
export interface TestCandidate {
	readonly id: string;
	readonly lessonId: string | null;
	readonly level: Level;
	/** Which share of the blueprint it counts for. */
	readonly share: number;
}

export interface TestDraw<Q extends TestCandidate> {
	readonly bank: readonly Q[];
	/** How many questions of each share. */
	readonly counts: ReadonlyMap<number, number>;
	/** When each question was seen last, the higher the later; a question that was never seen is missing. */
	readonly lastSeen: ReadonlyMap<string, number>;
	readonly seed: string;
}

/**
 * Draws a form under a blueprint: of each share exactly as many as it says (all there are, where the bank holds fewer);
 * within that questions that were never seen, then those seen longest ago, then a mix of levels, then of lessons. The
 * same draw gives the same form, whatever the order of the bank; no question comes twice.
 */
export function drawTest<Q extends TestCandidate>({ bank, counts, lastSeen, seed }: TestDraw<Q>): Q[] {
	const random = seeded(seed);
	const byId = isSorted(bank) ? bank : [...bank].sort((a, b) => (a.id < b.id ? -1 : 1));
	const perLevel = new Map<Level, number>();
	const perLesson = new Map<string | null, number>();
	const pools = poolsOf(shuffled(byId, random), lastSeen);
	const form = [...counts].flatMap(([share, count]) => {
		const own = pools.filter((pool) => pool.share === share);
		const drawn: Q[] = [];
		while (drawn.length < count) {
			const next = bestOf(own, { perLevel, perLesson })?.left.pop();
			if (!next) break;
			drawn.push(next);
			perLevel.set(next.level, (perLevel.get(next.level) ?? 0) + 1);
			perLesson.set(next.lessonId, (perLesson.get(next.lessonId) ?? 0) + 1);
		}
		return drawn;
	});
	return shuffled(form, random);
}

const isSorted = (bank: readonly TestCandidate[]) => bank.every(({ id }, i) => i === 0 || (bank[i - 1]?.id ?? '') < id);

/** Questions between which nothing but chance decides. */
interface Pool<Q> {
	readonly share: number;
	readonly level: Level;
	readonly lessonId: string | null;
	readonly seen: number;
	readonly left: Q[];
}

function poolsOf<Q extends TestCandidate>(bank: readonly Q[], lastSeen: ReadonlyMap<string, number>): Pool<Q>[] {
	const pools = new Map<string, Pool<Q>>();
	for (const question of bank) {
		const { share, level, lessonId } = question;
		const seen = lastSeen.get(question.id) ?? 0;
		const key = `${share} ${seen} ${level} ${lessonId}`;
		const pool = pools.get(key);
		if (pool) pool.left.push(question);
		else pools.set(key, { share, level, lessonId, seen, left: [question] });
	}
	return [...pools.values()];
}

interface Drawn {
	readonly perLevel: ReadonlyMap<Level, number>;
	readonly perLesson: ReadonlyMap<string | null, number>;
}

function bestOf<Q>(pools: readonly Pool<Q>[], { perLevel, perLesson }: Drawn): Pool<Q> | undefined {
	let best: Pool<Q> | undefined;
	let [seen, level, lesson] = [Infinity, Infinity, Infinity];
	for (const pool of pools) {
		if (pool.left.length === 0 || pool.seen > seen) continue;
		const ofLevel = perLevel.get(pool.level) ?? 0;
		const ofLesson = perLesson.get(pool.lessonId) ?? 0;
		if (pool.seen === seen && (ofLevel > level || (ofLevel === level && ofLesson >= lesson))) continue;
		[best, seen, level, lesson] = [pool, pool.seen, ofLevel, ofLesson];
	}
	return best;
}
