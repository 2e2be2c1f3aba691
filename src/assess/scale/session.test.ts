import { describe, expect, it } from 'vitest';
import { seeded, type Random } from '../random.ts';
import { makeReady, type AdaptiveTest } from './adaptive-test.ts';
import { chanceRight, type ScaleItem } from './item.ts';
import { answered, begin, nextItem, replay, standing, type Session } from './session.ts';
import { evenly, normally } from './simulator/numbers.ts';

const shares = new Map([
	['a', 50],
	['b', 30],
	['c', 20]
]);

function aBank(random: Random, size: number): ScaleItem[] {
	return Array.from({ length: size }, (_, i) => ({
		id: `q${i}`,
		skill: [...shares.keys()][i % 3] ?? 'a',
		a: 0.5 + 2 * evenly(random),
		b: 1.5 * normally(random),
		c: 0.25 * random.below(2)
	}));
}

function aTest(random: Random, changes: Partial<AdaptiveTest> = {}): AdaptiveTest {
	return {
		items: aBank(random, 120),
		shares,
		prior: { mean: normally(random), sd: 0.5 + evenly(random) },
		stop: { min: 4, max: 25, aim: { kind: 'error', error: 0.45, gain: 0.002 } },
		exposure: { open: 0.3 + 0.7 * evenly(random), among: 1 + random.below(6) },
		...changes
	};
}

/** An attempt to its end by somebody of this ability. */
function taken(test: AdaptiveTest, { seed, ability, random }: { seed: string; ability: number; random: Random }) {
	let session = begin(makeReady(test), seed);
	const answers: boolean[] = [];
	for (let item = nextItem(session); item; item = nextItem(session)) {
		const right = evenly(random) < chanceRight(item, ability);
		answers.push(right);
		session = answered(session, item, right);
	}
	return { session, answers };
}

const idsOf = (session: Session) => session.asked.map(({ id }) => id);
const many = Array.from({ length: 60 }, (_, i) => `world ${i}`);

describe('an adaptive session', () => {
	it('asks no question twice, never fewer than its least nor more than its most, and stays on the grid', () => {
		for (const seed of many) {
			const random = seeded(seed);
			const test = aTest(random);
			const { session } = taken(test, { seed, ability: 3 * normally(random), random });
			const { mean, sd } = test.prior;
			expect(new Set(idsOf(session)).size).toBe(session.asked.length);
			expect(session.asked.length).toBeGreaterThanOrEqual(4);
			expect(session.asked.length).toBeLessThanOrEqual(25);
			expect(Math.abs(standing(session).ability - mean)).toBeLessThanOrEqual(4 * sd);
			expect(standing(session).error).toBeGreaterThan(0);
		}
	});

	it('is the same again from its seed and its answers, in whatever order the bank lies', () => {
		for (const seed of many) {
			const random = seeded(seed);
			const test = aTest(random);
			const { session, answers } = taken(test, { seed, ability: normally(random), random });
			const again = replay(makeReady({ ...test, items: [...test.items].reverse() }), seed, answers);
			expect(idsOf(again)).toEqual(idsOf(session));
			expect(standing(again)).toEqual(standing(session));
			expect(nextItem(again)).toBeNull();
		}
	});

	it('asks other questions for another seed', () => {
		const random = seeded('other');
		const test = aTest(random, { exposure: { open: 0.5, among: 5 } });
		const orders = new Set(many.map((seed) => nextItem(begin(makeReady(test), seed))?.id));
		expect(orders.size).toBeGreaterThan(5);
	});

	it('gives each skill its share at every length, give or take two questions', () => {
		for (const seed of many) {
			const random = seeded(seed);
			const { session } = taken(aTest(random), { seed, ability: normally(random), random });
			for (let length = 1; length <= session.asked.length; length++)
				for (const [skill, share] of shares) {
					const count = session.asked.slice(0, length).filter((item) => item.skill === skill).length;
					expect(Math.abs(count - (share / 100) * length)).toBeLessThan(2);
				}
		}
	});

	it('ends where the bank does, and asks another skill where one has run out', () => {
		const random = seeded('small');
		const items = [...aBank(random, 9), { id: 'only', skill: 'd', a: 1, b: 0, c: 0 }];
		const test = aTest(random, {
			items,
			shares: new Map([...shares, ['d', 100]]),
			stop: { min: 30, max: 30, aim: { kind: 'decision', cut: 0, certainty: 1 } }
		});
		const { session } = taken(test, { seed: 'small', ability: 0, random });
		expect(new Set(idsOf(session))).toEqual(new Set(items.map(({ id }) => id)));
	});

	it('passes over questions that are not open to the learner while others of the skill are', () => {
		const random = seeded('open');
		const test = aTest(random, { exposure: { open: 0.5, among: 1 } });
		for (const seed of many) {
			const { session } = taken(test, { seed, ability: 0, random });
			expect(session.asked.every((item) => session.open.has(item))).toBe(true);
		}
	});

	it('stops a decision as soon as it is sure enough', () => {
		const random = seeded('decision');
		const stop = { min: 5, max: 32, aim: { kind: 'decision', cut: 0, certainty: 0.95 } } as const;
		const test = aTest(random, { stop, prior: { mean: 0, sd: 1 } });
		const clear = many.map((seed) => taken(test, { seed, ability: 2.5, random }).session.asked.length);
		const close = many.map((seed) => taken(test, { seed, ability: 0, random }).session.asked.length);
		const mean = (lengths: number[]) => lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
		expect(mean(clear)).toBeLessThan(12);
		expect(mean(close)).toBeGreaterThan(mean(clear) + 5);
	});
});
