import { makeReady, type AdaptiveTest } from '../adaptive-test.ts';
import { gainOf, standing, upcoming } from '../session.ts';
import type { Aim } from '../stopping.ts';
import { meanOf } from './numbers.ts';
import { stepsOf, takeForms, type Scoring } from './outcomes.ts';
import type { World } from './world.ts';

/** A step of a pilot learner: how unsure she still is, and how much the next question is expected to change that. */
interface Step {
	readonly variance: number;
	readonly gain: number;
}

export interface AimPlan {
	readonly scoring: Scoring;
	readonly exposure: AdaptiveTest['exposure'];
	readonly min: number;
	readonly max: number;
	/** The length of the form whose error is aimed at, and which share of that error. */
	readonly form: number;
	readonly share: number;
}

/** Of a learner that is clearer than usual no more is asked than this share of the form's error needs. */
const clearEnough = 0.7;
/**
 * The aim with which the adaptive test is, by its own account, as exact on average as a fixed form. Found with a pilot
 * of other learners, from what a real pilot knows: no true ability is looked at.
 */
export function aimAtForm(pilot: World, plan: AimPlan): Aim {
	const { scoring, exposure, min, max, form, share } = plan;
	const wanted = share ** 2 * meanOf(takeForms(pilot, scoring, form).map(({ estimate }) => estimate.error ** 2));
	const endless = { min: max, max, aim: { kind: 'error', error: 0, gain: 0 } } as const;
	const { items, prior } = scoring;
	const test = makeReady({ items, shares: pilot.shares, prior, exposure, stop: endless });
	const learners = pilot.abilities.map((_, learner) =>
		stepsOf(pilot, test, learner).map((session): Step => {
			const next = upcoming(session);
			return { variance: standing(session).error ** 2, gain: next ? gainOf(session, next) : 0 };
		})
	);
	const error = clearEnough * Math.sqrt(wanted);
	let [low, high] = [0, 1];
	for (let i = 0; i < 30; i++) {
		const gain = (low + high) / 2;
		const reached = meanOf(learners.map((steps) => whereStopped(steps, { error, gain, min }).variance));
		if (reached <= wanted) low = gain;
		else high = gain;
	}
	return { kind: 'error', error, gain: low };
}

/** The step at which the aim, or the end, is reached. */
function whereStopped(steps: readonly Step[], aim: { error: number; gain: number; min: number }): Step {
	const at = steps.findIndex(
		({ variance, gain }, asked) => asked >= aim.min && (Math.sqrt(variance) <= aim.error || gain < aim.gain)
	);
	return steps.at(at) ?? { variance: 0, gain: 0 };
}
