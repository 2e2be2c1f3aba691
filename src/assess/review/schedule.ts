import { createEmptyCard, fsrs, Rating, State, type Card, type Grade } from 'ts-fsrs';
import type { reviewCards } from './tables.ts';

type Row = typeof reviewCards.$inferSelect;
/** All of a card that says when it comes back. */
export type Schedule = Omit<Row, 'learnerId' | 'questionId'>;

/**
 * FSRS-6 with the default parameters of ts-fsrs 5.4: asked again when nine in ten would still know it. J. Ye, J. Su,
 * Y. Cao, “A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling”, KDD 2022; the formulas:
 * https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm. Without its steps of minutes, so that
 * everything is whole days, and without chance.
 */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

/** The day that many days later. */
export function dayAfter(day: string, days = 1): string {
	const noon = asDate(day);
	noon.setUTCDate(noon.getUTCDate() + days);
	return noon.toISOString().slice(0, 10);
}

/** A question missed for the first time that day: it is asked from the next day on. */
export function missed(on: string): Schedule {
	return {
		missedOn: on,
		dueOn: dayAfter(on),
		...{ stability: null, difficulty: null },
		reps: 0,
		lapses: 0,
		answeredOn: null
	};
}

/** Whether it may be asked on that day. */
export function isDue({ dueOn }: Pick<Schedule, 'dueOn'>, today: string): boolean {
	return dueOn !== null && dueOn <= today;
}

/**
 * The card after an answer on that day: right is “good”, anything else is “again”. Nobody is asked how easy it was, and
 * how quickly she answered says more about her eyes and thumbs than about her memory, so there is no “easy”. What would
 * not come back for more than `retireAfterDays` days is known, and comes back no more.
 */
export function afterAnswer(
	card: Schedule,
	{ right, on, retireAfterDays }: { right: boolean; on: string; retireAfterDays: number }
): Schedule {
	const known = withMiss(card);
	// A clock that was set back makes no memory of the future.
	const today = [on, card.answeredOn ?? on, card.missedOn ?? on].sort().at(-1) ?? on;
	const next = rated(known, right ? Rating.Good : Rating.Again, today);
	const days = Math.max(1, next.scheduled_days);
	return {
		missedOn: null,
		dueOn: right && days > retireAfterDays ? null : dayAfter(today, days),
		stability: Math.round(next.stability * 1000),
		difficulty: Math.round(next.difficulty * 1000),
		reps: next.reps,
		lapses: next.lapses,
		answeredOn: today
	};
}

/** What the scheduler knows of the card, the miss that was noted since included. */
function withMiss(card: Schedule): Card {
	const known = cardOf(card);
	return card.missedOn === null ? known : rated(known, Rating.Again, card.missedOn);
}

function cardOf({ stability, difficulty, reps, lapses, answeredOn }: Schedule): Card {
	if (stability === null || difficulty === null || answeredOn === null) return createEmptyCard(new Date(0));
	return {
		...{ stability: stability / 1000, difficulty: difficulty / 1000, reps, lapses },
		...{ due: asDate(answeredOn), last_review: asDate(answeredOn), state: State.Review },
		...{ elapsed_days: 0, scheduled_days: 0, learning_steps: 0 }
	};
}

function rated(card: Card, grade: Grade, on: string): Card {
	return scheduler.next(card, asDate(on), grade).card;
}

/** Noon, so that no reckoning of hours makes another day of it. */
function asDate(day: string): Date {
	return new Date(`${day}T12:00:00Z`);
}
