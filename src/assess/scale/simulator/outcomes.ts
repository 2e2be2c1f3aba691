import { makeReady, type AdaptiveTest, type ReadyTest } from '../adaptive-test.ts';
import { countsOf } from '../blueprint.ts';
import { estimateFrom, posteriorOf, type Estimate } from '../estimate.ts';
import { drawForm } from '../fixed-form.ts';
import { gridOf, type Prior } from '../grid.ts';
import { information, type ScaleItem } from '../item.ts';
import { answered, begin, nextItem, standing, type Session } from '../session.ts';
import { isPassed } from '../stopping.ts';
import { buildTwoStage, secondFormFor } from '../two-stage.ts';
import type { World } from './world.ts';

/** How a test ended for one learner. */
export interface Outcome {
	readonly ability: number;
	readonly estimate: Estimate;
	readonly passed: boolean;
	readonly asked: readonly string[];
}

/** How answers are scored: the same for every way of asking. */
export interface Scoring {
	readonly items: readonly ScaleItem[];
	readonly prior: Prior;
	readonly cut: number;
}

/** Every learner takes a form of her own, drawn under the blueprint as the site draws a quiz. */
export function takeForms(world: World, scoring: Scoring, questions: number): Outcome[] {
	return takeFixed(world, scoring, (learner) => drawForm({ ...world, questions, seed: `form ${learner}` }));
}

/** Every learner takes the one form that tells most about this population, under the same blueprint. */
export function takeBestForm(world: World, scoring: Scoring, questions: number): Outcome[] {
	const grid = gridOf(scoring.prior);
	const worth = (item: ScaleItem) =>
		grid.points.reduce((sum, point, i) => sum + (grid.prior[i] ?? 0) * information(item, point), 0);
	const ranked = scoring.items.map((item) => ({ item, worth: worth(item) })).sort((a, b) => b.worth - a.worth);
	const form = [...countsOf(world.shares, questions)].flatMap(([skill, count]) =>
		ranked.filter(({ item }) => item.skill === skill).slice(0, count)
	);
	return takeFixed(world, scoring, () => form.map(({ item }) => item));
}

function takeFixed(world: World, scoring: Scoring, formOf: (learner: number) => readonly { id: string }[]): Outcome[] {
	const grid = gridOf(scoring.prior);
	const items = new Map(scoring.items.map((item) => [item.id, item]));
	return world.abilities.map((ability, learner) => {
		const form = formOf(learner);
		const answers = form.flatMap(({ id }) => {
			const item = items.get(id);
			return item ? [{ item, right: world.isRight(learner, id) }] : [];
		});
		const weights = posteriorOf(grid, answers);
		const passed = isPassed(grid, weights, scoring.cut);
		return { ability, estimate: estimateFrom(grid, weights), passed, asked: form.map(({ id }) => id) };
	});
}

/** Every learner takes the two stages as on paper: the second form by the number right, the result off the table. */
export function takeTwoStages(world: World, scoring: Scoring, lengths: { routing: number; second: number }): Outcome[] {
	const { items, prior, cut } = scoring;
	const stages = buildTwoStage({ items, shares: world.shares, prior, ...lengths, forms: 3, seed: 'two stages' });
	return world.abilities.flatMap((ability, learner) => {
		const rightIn = (form: readonly ScaleItem[]) => form.filter(({ id }) => world.isRight(learner, id)).length;
		const routed = rightIn(stages.routing);
		const second = secondFormFor(stages, routed);
		const estimate = second?.standings[routed - second.from]?.[rightIn(second.items)];
		if (!second || !estimate) return [];
		const asked = [...stages.routing, ...second.items].map(({ id }) => id);
		return [{ ability, estimate, passed: estimate.ability >= cut, asked }];
	});
}

/** Every learner takes an adaptive test. */
export function takeAdaptive(world: World, scoring: Scoring, how: Pick<AdaptiveTest, 'stop' | 'exposure'>): Outcome[] {
	const test = makeReady({ items: scoring.items, shares: world.shares, prior: scoring.prior, ...how });
	return world.abilities.map((ability, learner) => {
		const steps = stepsOf(world, test, learner);
		const last = steps[steps.length - 1] ?? begin(test, '');
		return {
			ability,
			estimate: standing(last),
			passed: isPassed(test.grid, last.weights, scoring.cut),
			asked: last.asked.map(({ id }) => id)
		};
	});
}

/** A learner's attempt from the beginning to its end. */
export function stepsOf(world: World, test: ReadyTest, learner: number): Session[] {
	let session = begin(test, `learner ${learner}`);
	const steps = [session];
	for (let item = nextItem(session); item; item = nextItem(session)) {
		session = answered(session, item, world.isRight(learner, item.id));
		steps.push(session);
	}
	return steps;
}
