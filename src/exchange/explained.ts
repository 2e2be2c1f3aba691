import type { CarriedBody } from '../catalog/index.ts';

/** What explains the question as a whole, put where nothing is explained yet; null where everything is, or nothing can be. */
export function explained(body: CarriedBody, why: string): CarriedBody | null {
	if (body.shape === 'choice' && body.choices.some((choice) => !choice.why))
		return { ...body, choices: body.choices.map((choice) => ({ ...choice, why: choice.why || why })) };
	if (body.shape === 'text' && body.answers.every((answer) => !answer.why))
		return { ...body, answers: body.answers.map((answer, i) => (i === 0 ? { ...answer, why } : answer)) };
	if (body.shape === 'number' && !body.why) return { ...body, why };
	return null;
}
