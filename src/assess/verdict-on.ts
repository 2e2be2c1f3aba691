import type { Question, Response } from '../catalog/index.ts';
import { grade, isFilledIn } from './grading.ts';
import { noSuchOption, nothingChosen } from './refusals.ts';

/**
 * What a response is worth; null is “I don’t know”, worth nothing. Refuses with `assess.nothing-chosen` what is empty,
 * and with `assess.no-such-option` what does not fit the question.
 */
export function verdictOn(question: Question, response: Response | null): { points: number; correct: boolean } {
	if (response === null) return { points: 0, correct: false };
	if (!isFilledIn(response)) throw nothingChosen({ fields: [{ field: 'response', code: 'assess.nothing-chosen' }] });
	const verdict = grade(question, response);
	if (verdict === null) throw noSuchOption({ fields: [{ field: 'response', code: 'assess.no-such-option' }] });
	return verdict;
}
