import { expect } from 'vitest';
import type { Phone, TestApp } from './an-app.ts';

/** Passes the quiz of the test course on this phone and returns the attempt's id. */
export async function passQuiz({ house }: Pick<TestApp, 'house'>, phone: Phone): Promise<string> {
	const { body: attempt } = await phone.call('POST', '/courses/thu/attempts', {});
	const bank = house.catalog.quizQuestions('thu', 'vi');
	for (const { id } of attempt.questions) {
		const optionId = bank.find((question) => question.id === id)?.options.find((option) => option.correct)?.id;
		await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId });
	}
	const { body: result } = await phone.call('POST', `/attempts/${attempt.id}/finish`, {});
	expect(result).toMatchObject({ passed: true, recordOffer: true });
	return attempt.id;
}
