import { expect } from 'vitest';
import type { Phone, TestApp } from './an-app.ts';

/** Takes a test on this phone with so many right answers in all, and returns the attempt's id. */
export async function takeTest(
	{ house }: Pick<TestApp, 'house'>,
	phone: Phone,
	{ test, right = Infinity }: { test: string; right?: number }
): Promise<string> {
	const { status, body: attempt } = await phone.call('POST', `/tests/${test}/attempts`, {});
	expect(status).toBe(201);
	await answerRight({ house }, phone, attempt, right);
	expect((await phone.call('POST', `/attempts/${attempt.id}/finish`, {})).status).toBe(200);
	return attempt.id;
}

/** Answers all questions of an attempt, so many of them right. */
export async function answerRight(
	{ house }: Pick<TestApp, 'house'>,
	phone: Phone,
	...[attempt, right = Infinity]: [attempt: { id: string; questions: { id: string }[] }, right?: number]
): Promise<void> {
	const bank = house.catalog.quizQuestions('thu', 'vi');
	for (const [at, { id }] of attempt.questions.entries()) {
		const options = bank.find((question) => question.id === id)?.options ?? [];
		const optionId = options.find(({ correct }) => correct === at < right)?.id;
		await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId });
	}
}
