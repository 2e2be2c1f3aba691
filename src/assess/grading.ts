import { fitsFields, questionType, type Question, type Response } from '../catalog/index.ts';
import type { Answer } from './queries.ts';

/** What a whole question is worth, in the thousandths in which parts are kept. */
const wholePoints = 1000;

/** What a response is worth, in whole thousandths of a question (0–1000); null when it doesn't fit the question. */
export function grade(question: Question, response: Response): { points: number; correct: boolean } | null {
	const type = questionType(question.type);
	if (!fitsFields(type.fields(question, [], question.lang), response)) return null;
	const points = Math.round(type.grade(question, response).points * wholePoints);
	return { points, correct: points === wholePoints };
}

/** Whether anything was filled in at all. */
export function isFilledIn(response: Response): boolean {
	return Object.values(response).some((values) => values.some((value) => value.trim() !== ''));
}

/** What was filled in, in the one shape that all kinds of questions have. */
export function responseOf({ response, optionId }: Pick<Answer, 'response' | 'optionId'>): Response {
	return response ?? { option: [optionId] };
}

/** The one option that was chosen is kept as such, as it always was. */
export function keptAs(response: Response): Pick<Answer, 'optionId' | 'response'> {
	const [option, ...more] = response.option ?? [];
	const single = option !== undefined && more.length === 0 && Object.keys(response).length === 1;
	return single ? { optionId: option, response: null } : { optionId: '', response };
}

/** What an answer that is kept is worth, in thousandths. */
export function pointsOf({ points, correct }: Pick<Answer, 'points' | 'correct'>): number {
	return points ?? (correct ? wholePoints : 0);
}

/** What an attempt came to. */
export interface Score {
	/** How many whole questions the points come to; parts are added up before the rest is dropped. */
	readonly score: number;
	readonly total: number;
	/** Whole percent, rounded down, so that it never shows a pass mark that was not reached. */
	readonly percent: number;
	readonly passPercent: number;
	/** How many right answers the pass mark asks for. */
	readonly needed: number;
	readonly passed: boolean;
}

/** Adds up points (in thousandths) against the pass mark (1–100 percent); what is not answered is worth nothing. */
export function scoreOf(points: readonly number[], total: number, passPercent: number): Score {
	// A third and two thirds make a whole: what rounding took is given back.
	const score = Math.floor((points.reduce((sum, each) => sum + each, 0) + points.length / 2) / wholePoints);
	const needed = Math.ceil((passPercent * total) / 100);
	const percent = total === 0 ? 0 : Math.floor((score * 100) / total);
	return { score, total, percent, passPercent, needed, passed: total > 0 && score >= needed };
}
