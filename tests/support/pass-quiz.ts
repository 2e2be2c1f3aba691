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

/** Does every lesson of the test course on this phone, read on paper, or those that are named. */
export async function learnLessons(
	{ house }: Pick<TestApp, 'house'>,
	phone: Phone,
	lessonIds: readonly string[] = house.catalog.lessonIds('thu')
): Promise<void> {
	for (const lessonId of lessonIds) {
		const path = `/courses/thu/lessons/${lessonId}`;
		for (const { id, options } of house.catalog.checkQuestions(lessonId, 'vi'))
			await phone.call('POST', `${path}/answers`, { questionId: id, optionId: options[0]?.id });
		expect((await phone.call('POST', `${path}/way`, { way: 'paper' })).body).toMatchObject({ state: 'done' });
	}
}
