import type { Question } from '../catalog/index.ts';

/** Whether the option is the right one; null when the question has no such option. */
export function grade(question: Pick<Question, 'options'>, optionId: string): boolean | null {
	return question.options.find((option) => option.id === optionId)?.correct ?? null;
}

/** What an attempt came to. */
export interface Score {
	/** How many questions were answered rightly. */
	readonly score: number;
	readonly total: number;
	/** Whole percent, rounded down, so that it never shows a pass mark that was not reached. */
	readonly percent: number;
	readonly passPercent: number;
	/** How many right answers the pass mark asks for. */
	readonly needed: number;
	readonly passed: boolean;
}

/** Counts right answers against the pass mark (1–100 percent); what is not answered is not right. */
export function scoreOf(verdicts: readonly boolean[], total: number, passPercent: number): Score {
	const score = verdicts.filter(Boolean).length;
	const needed = Math.ceil((passPercent * total) / 100);
	const percent = total === 0 ? 0 : Math.floor((score * 100) / total);
	return { score, total, percent, passPercent, needed, passed: total > 0 && score >= needed };
}
