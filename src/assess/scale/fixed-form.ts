import type { Level } from '../../catalog/index.ts';
import { seeded, shuffled } from '../random.ts';
import { countsOf, type Shares } from './blueprint.ts';

interface FormQuestion {
	readonly id: string;
	readonly skill: string;
	readonly level: Level;
}

export interface FormDraw<Q extends FormQuestion> {
	readonly bank: readonly Q[];
	readonly shares: Shares;
	readonly questions: number;
	readonly seed: string;
}

/**
 * A form of a fixed length: each skill with its share, and within that as evenly over the levels as the bank allows.
 * The same seed draws the same form, in whatever order the bank comes.
 */
export function drawForm<Q extends FormQuestion>({ bank, shares, questions, seed }: FormDraw<Q>): Q[] {
	const byId = [...bank].sort((a, b) => (a.id < b.id ? -1 : 1));
	let left = shuffled(byId, seeded(seed));
	const perLevel = new Map<Level, number>();
	const form: Q[] = [];
	// Small skills choose first: they have fewest questions of each level.
	const counts = [...countsOf(shares, questions)].sort((a, b) => a[1] - b[1]);
	for (const [skill, count] of counts)
		for (let i = 0; i < count; i++) {
			const pool = left.filter((each) => each.skill === skill);
			const [first] = pool;
			if (!first) break;
			const seldom = (each: Q) => perLevel.get(each.level) ?? 0;
			const next = pool.reduce((best, each) => (seldom(each) < seldom(best) ? each : best), first);
			perLevel.set(next.level, seldom(next) + 1);
			form.push(next);
			left = left.filter((each) => each !== next);
		}
	return form;
}
