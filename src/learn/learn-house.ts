import type { Catalog } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';

/** Where somebody stands in a course's quiz. */
export interface QuizStanding {
	/** The best finished attempt. */
	readonly best: { readonly score: number; readonly total: number; readonly passed: boolean } | null;
	readonly openAttempt: { readonly id: string; readonly startedAt: Date } | null;
	/** The best attempt that passed. */
	readonly passedAttemptId: string | null;
	/** When an attempt was last begun or finished. */
	readonly touchedAt: Date;
}

/** A question that was answered wrongly, and when. */
export interface Miss {
	readonly learnerId: string;
	readonly questionId: string;
	readonly at: Date;
}

/** What the rooms above know of the way on after the lessons; src/app.ts puts them together. */
export interface AfterLessons {
	/** How the learner stands in each course's quiz she has begun, by course id. */
	quizzes(learnerId: string): Promise<ReadonlyMap<string, QuizStanding>>;
	/** The ids of the courses she holds a completion record of. */
	coursesWithRecord(learnerId: string): Promise<ReadonlySet<string>>;
	/** Keeps in the transaction at hand that a question was answered wrongly, so that it comes back after days. */
	missed(tx: Writer, miss: Miss): Promise<void>;
}

/** What this room needs of the house. */
export type LearnHouse = House & { readonly catalog: Catalog; readonly afterLessons: AfterLessons };

/** Somebody of whom there is a learner. */
export type LearningActor = Actor & { readonly learnerId: string };
