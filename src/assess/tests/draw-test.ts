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
	const drawn: Drawn = { perLevel: new Map(), perLesson: new Map() };
	const pools = poolsOf(shuffled(byId, random), lastSeen);
	const form = [...counts].flatMap(([share, count]) => {
		const own = pools.filter((pool) => pool.share === share);
		const picked: Q[] = [];
		while (picked.length < count) {
			const pool = bestOf(own, drawn);
			if (!pool) break;
			const next = takeFrom(pool, drawn);
			picked.push(next);
			drawn.perLevel.set(next.level, (drawn.perLevel.get(next.level) ?? 0) + 1);
			drawn.perLesson.set(next.lessonId, (drawn.perLesson.get(next.lessonId) ?? 0) + 1);
		}
		return picked;
	});
	return shuffled(form, random);
}

const isSorted = (bank: readonly TestCandidate[]) => bank.every(({ id }, i) => i === 0 || (bank[i - 1]?.id ?? '') < id);

/** Questions between which only their lessons and chance decide. */
interface Pool<Q> {
	readonly share: number;
	readonly level: Level;
	readonly seen: number;
	readonly left: Q[];
}

const levels: readonly Level[] = ['easy', 'medium', 'hard'];

function poolsOf<Q extends TestCandidate>(bank: readonly Q[], lastSeen: ReadonlyMap<string, number>): Pool<Q>[] {
	const pools = new Map<number, Pool<Q>>();
	for (const question of bank) {
		const { share, level } = question;
		const seen = lastSeen.size === 0 ? 0 : (lastSeen.get(question.id) ?? 0);
		// Of numbers, because a bank may hold ten thousand: a test has at most twelve shares.
		const key = (seen * 16 + share) * levels.length + levels.indexOf(level);
		const pool = pools.get(key);
		if (pool) pool.left.push(question);
		else pools.set(key, { share, level, seen, left: [question] });
	}
	return [...pools.values()];
}

interface Drawn {
	readonly perLevel: Map<Level, number>;
	readonly perLesson: Map<string | null, number>;
}

function bestOf<Q>(pools: readonly Pool<Q>[], { perLevel }: Drawn): Pool<Q> | undefined {
	let best: Pool<Q> | undefined;
	for (const pool of pools) {
		if (pool.left.length === 0) continue;
		const difference = best
			? pool.seen - best.seen || (perLevel.get(pool.level) ?? 0) - (perLevel.get(best.level) ?? 0)
			: -1;
		if (difference < 0) best = pool;
	}
	return best;
}

/** Takes the question whose lesson came up least, the last of them; in the pool the last one takes its place. */
function takeFrom<Q extends TestCandidate>({ left }: Pool<Q>, { perLesson }: Drawn): Q {
	let [at, least] = [left.length - 1, Infinity];
	for (let i = left.length - 1; i >= 0 && least > 0; i--) {
		const count = perLesson.get(left[i]?.lessonId ?? null) ?? 0;
		if (count < least) [at, least] = [i, count];
	}
	const taken = left[at] as Q; // the caller looked whether there is one
	const last = left.pop() as Q;
	if (at < left.length) left[at] = last;
	return taken;
}
