import { describe, expect, it } from 'vitest';
import { seeded } from '../../random.ts';
import { chanceRight } from '../item.ts';
import { difficultyOf, startingItem, usualGuesswork, type GuessedQuestion } from '../levels.ts';
import { evenly, meanOf, normally } from '../simulator/numbers.ts';
import { AnswerList, byLearner, type Answers } from './answers.ts';
import { calibrateInThread } from './calibrate-in-thread.ts';
import { calibrate, type CalibrationPlan } from './calibrate.ts';
import { linkBy } from './link.ts';

const questions = 60;
const asked = 20;

interface Setting {
	learners: number;
	mean?: number;
	sd?: number;
	unevenness?: number;
}

/** True questions, and answers of learners who each saw a third of them. */
function aWorld({ learners, mean = 0, sd = 1, unevenness = 0.3 }: Setting) {
	const random = seeded(`calibration ${learners} ${mean} ${sd}`);
	const truth = Array.from({ length: questions }, () => ({
		a: 1.7 * Math.exp(unevenness * normally(random)),
		b: 1.2 * normally(random),
		c: 0.25
	}));
	const list = new AnswerList();
	for (let learner = 0; learner < learners; learner++) {
		const ability = mean + sd * normally(random);
		const first = random.below(questions);
		for (let i = 0; i < asked; i++) {
			const place = (first + 7 * i) % questions;
			const item = truth[place];
			if (item) list.add(learner, place, evenly(random) < chanceRight(item, ability));
		}
	}
	return { truth, answers: list.done() };
}

function aPlan(truth: readonly { b: number }[], answers: Answers): CalibrationPlan {
	const items = truth.map(({ b }, i) => {
		const level = b < -0.5 ? ('easy' as const) : b > 0.5 ? ('hard' as const) : ('medium' as const);
		const question: GuessedQuestion = { id: `${i}`, skill: 's', level, guessing: 0.25 };
		return { present: startingItem(question), anchor: false, level: difficultyOf(level, usualGuesswork) };
	});
	const sharpness = { middle: 1.7, spread: 0.3 };
	return { items, answers, model: '2pl', group: { mean: 0, sd: 1 }, atLeast: 30, sharpness };
}

const errorOf = (found: readonly number[], truth: readonly number[]) =>
	Math.sqrt(meanOf(found.map((each, i) => (each - (truth[i] ?? NaN)) ** 2)));

function correlation(one: readonly number[], other: readonly number[]): number {
	const [m, n] = [meanOf(one), meanOf(other)];
	const product = meanOf(one.map((each, i) => (each - m) * ((other[i] ?? NaN) - n)));
	return product / Math.sqrt(meanOf(one.map((each) => (each - m) ** 2)) * meanOf(other.map((each) => (each - n) ** 2)));
}

describe('calibration', () => {
	const { truth, answers } = aWorld({ learners: 3000 });
	const difficulties = truth.map(({ b }) => b);

	it('finds difficulties and sharpness again from answers to a third of the questions each', () => {
		const { items, settled } = calibrate(aPlan(truth, answers));
		const b = items.map((item) => item.b);
		expect(settled).toBe(true);
		expect(correlation(b, difficulties)).toBeGreaterThan(0.98);
		expect(errorOf(b, difficulties)).toBeLessThan(0.2);
		const logs = (all: readonly { a: number }[]) => all.map(({ a }) => Math.log(a));
		expect(correlation(logs(items), logs(truth))).toBeGreaterThan(0.7);
		expect(errorOf(logs(items), logs(truth))).toBeLessThan(0.25);
	});

	it('says honestly how unsure it is', () => {
		const { items } = calibrate(aPlan(truth, answers));
		const away = items.map(({ b, bError }, i) => (b - (difficulties[i] ?? NaN)) / (bError ?? NaN));
		const typical = Math.sqrt(meanOf(away.map((each) => each ** 2)));
		expect(typical).toBeGreaterThan(0.7);
		expect(typical).toBeLessThan(1.4);
	});

	it('finds Rasch difficulties, and the one sharpness', () => {
		const even = aWorld({ learners: 3000, unevenness: 0 });
		const { items } = calibrate({ ...aPlan(even.truth, even.answers), model: 'rasch' });
		expect(new Set(items.map(({ a }) => a)).size).toBe(1);
		expect(Math.abs((items[0]?.a ?? 0) - 1.7)).toBeLessThan(0.15);
		expect(errorOf(items.map(({ b }) => b), even.truth.map(({ b }) => b))).toBeLessThan(0.17); // prettier-ignore
	});

	it('gives the same whatever the order of the answers', () => {
		const order = [...answers.right.keys()].reverse();
		const turned: Answers = {
			learner: Uint32Array.from(order, (i) => answers.learner[i] ?? 0),
			item: Uint32Array.from(order, (i) => answers.item[i] ?? 0),
			right: Uint8Array.from(order, (i) => answers.right[i] ?? 0)
		};
		const [one, other] = [calibrate(aPlan(truth, answers)), calibrate(aPlan(truth, turned))];
		one.items.forEach(({ b }, i) => expect(other.items[i]?.b).toBeCloseTo(b, 6));
	});

	it('leaves questions with too few answers where their level put them, and does not run wild with few', () => {
		const few = aWorld({ learners: 110 });
		const plan = { ...aPlan(few.truth, few.answers), atLeast: 37 };
		const { items } = calibrate(plan);
		const kept = items.filter(({ answers: count }) => count < 37);
		expect(kept.length).toBeGreaterThan(0);
		expect(kept.length).toBeLessThan(questions);
		items.forEach((item, i) => {
			const { present } = plan.items[i] ?? { present: { a: NaN, b: NaN } };
			if (item.answers < 37) expect([item.a, item.b, item.bError]).toEqual([present.a, present.b, null]);
			expect(Math.abs(item.b)).toBeLessThan(4);
			expect(item.a).toBeLessThan(5);
		});
		const nobody = calibrate(aPlan(few.truth, new AnswerList().done()));
		expect(nobody.items.every(({ bError }) => bError === null)).toBe(true);
	});

	it('stays on the present scale when other learners answer, and finds what has moved', () => {
		const others = aWorld({ learners: 3000, mean: 0.8, sd: 0.7 });
		const plan = aPlan(others.truth, others.answers);
		const moved = new Set([3, 17]);
		const items = plan.items.map((item, i) => {
			const { a, b, c } = others.truth[i] ?? { a: 1, b: 0, c: 0 };
			return { ...item, anchor: true, present: { a, b: moved.has(i) ? b + 1.5 : b, c } };
		});
		const { items: found, link } = calibrate({ ...plan, items });
		expect(link.slope).toBeGreaterThan(0.6);
		expect(link.slope).toBeLessThan(0.85);
		expect(Math.abs(link.shift - 0.8)).toBeLessThan(0.12);
		for (const place of moved) expect(link.drifted).toContain(place);
		expect(errorOf(found.map(({ b }) => b), others.truth.map(({ b }) => b))).toBeLessThan(0.25); // prettier-ignore
	});

	it('runs in a thread of its own to the same end', async () => {
		const here = calibrate(aPlan(truth, answers));
		const copy = { learner: answers.learner.slice(), item: answers.item.slice(), right: answers.right.slice() };
		expect(await calibrateInThread(aPlan(truth, copy))).toEqual(here);
	});
});

describe('answers', () => {
	it('are sorted by learner with none lost, also of learners who answered nothing', () => {
		const list = new AnswerList();
		const random = seeded('sorted');
		for (let i = 0; i < 5000; i++) list.add(2 * random.below(400), random.below(50), random.below(2) === 1);
		const answers = list.done();
		const { from, item, right } = byLearner(answers);
		const told = (who: number, what: number | undefined, how: number | undefined) => `${who} ${what} ${how}`;
		const before = [...answers.learner].map((who, i) => told(who, answers.item[i], answers.right[i])).sort();
		const after = [...from.keys()].flatMap((who) =>
			Array.from({ length: (from[who + 1] ?? item.length) - (from[who] ?? 0) }, (_, i) => {
				const at = (from[who] ?? 0) + i;
				return told(who, item[at], right[at]);
			})
		);
		expect(after.sort()).toEqual(before);
	});
});

describe('a link', () => {
	it('rests on the learners’ group where there are too few anchors', () => {
		expect(linkBy([{ item: 0, present: 1, found: 0 }], { mean: 0.4, sd: 1.2 })).toMatchObject({
			slope: 1.2,
			shift: 0.4
		});
	});
});
