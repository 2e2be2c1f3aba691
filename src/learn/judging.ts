import type { LearningRules } from '../catalog/index.ts';
import { isPlausible } from './pace.ts';
import type { DeclaredWay, LessonState, OpenedSource, Pace, TimeSource } from './tables.ts';

/** When a lesson was opened, and who says so. */
export interface KnownOpening {
	readonly openedAt: Date | null;
	readonly openedSource: OpenedSource;
}

/** All that decides whether a lesson counts. */
export interface Evidence {
	readonly openedAt: Date | null;
	readonly declaredWay: DeclaredWay | null;
	/** The check questions that stand in the lesson now. */
	readonly standing: readonly string[];
	/** The further questions drawn before, as far as they still exist; null before any draw. */
	readonly extra: readonly string[] | null;
	/** When each question was first answered. */
	readonly firstAnswers: ReadonlyMap<string, Date>;
	/** Syllables to read in the lesson. */
	readonly words: number;
}

export interface Judgement {
	readonly state: LessonState;
	readonly pace: Pace | null;
}

/**
 * Where a lesson stands. It counts when all its check questions are answered, right or wrong, and either the time was
 * plausible, or another way of learning was declared, or the further questions are answered. Depends on the evidence
 * alone, not on the order in which it came in.
 */
export function judge(evidence: Evidence, rules: LearningRules): Judgement {
	const { standing, extra, declaredWay, firstAnswers, openedAt, words } = evidence;
	if (standing.some((id) => !firstAnswers.has(id))) return { state: 'answering', pace: null };
	if (declaredWay !== null) return { state: 'done', pace: 'declared' };
	const times = standing.flatMap((id) => firstAnswers.get(id) ?? []);
	if (times.length === 0) return { state: 'answering', pace: null };
	const size = { words, questions: standing.length };
	if (isPlausible({ openedAt, firstAnswers: times }, size, rules.plausible))
		return { state: 'done', pace: 'plausible' };
	if (extra?.every((id) => firstAnswers.has(id))) return { state: 'done', pace: 'extra-questions' };
	return { state: 'more-questions', pace: null };
}

/**
 * The opening that counts after one more piece of news: the earliest. One that lies after the first answer is a later
 * look at the lesson and tells nothing.
 */
export function earliestOpening(
	known: KnownOpening,
	news: { openedAt: Date; source: TimeSource } | null,
	firstAnswerAt: Date
): KnownOpening {
	if (!news || news.openedAt > firstAnswerAt) return known;
	if (known.openedAt && known.openedAt <= news.openedAt) return known;
	return { openedAt: news.openedAt, openedSource: news.source };
}
