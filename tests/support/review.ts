import { questionType } from '../../src/catalog/question-type.ts';
import { eq } from 'drizzle-orm';
import { reviewCards } from '../../src/assess/tables.ts';
import type { Phone, TestApp } from './an-app.ts';
import { good } from './classes.ts';

const day = 24 * 3_600_000;

/** Lets some nights pass. */
export const passDays = ({ house }: Pick<TestApp, 'house'>, days: number) => house.clock.pass(days * day);

/** Answers check questions of the small course wrongly. */
export async function missInLesson(
	site: Pick<TestApp, 'house'>,
	phone: Phone,
	...questionIds: string[]
): Promise<void> {
	for (const questionId of questionIds) {
		const lesson = questionId.replace(/-\w+$/, '');
		good(
			await phone.call('POST', `/courses/thu/lessons/${lesson}/answers`, {
				questionId,
				optionId: optionOf(site, questionId, false)
			})
		);
	}
}

/** What is wholly right, or wrong, at a question of the current release. */
export function responseTo({ house }: Pick<TestApp, 'house'>, questionId: string, right = true) {
	const question = house.catalog.question(questionId, 'vi');
	if (!question) throw new Error(`there is no question ${questionId}`);
	if (right) return questionType(question.type).solution(question);
	return { option: [optionOf({ house }, questionId, false)] };
}

/** An option that is right, or one that is not. */
export function optionOf({ house }: Pick<TestApp, 'house'>, questionId: string, right: boolean): string {
	const options = house.catalog.question(questionId, 'vi')?.options ?? [];
	return options.find(({ correct }) => correct === right)?.id ?? 'none';
}

/** Takes the small course's quiz to its end and answers these of its questions wrongly; returns which there were. */
export async function takeQuiz(
	site: Pick<TestApp, 'house'>,
	phone: Phone,
	wrong: (questionId: string, position: number) => boolean
): Promise<string[]> {
	const attempt = good(await phone.call('POST', '/courses/thu/attempts', {}));
	const missed: string[] = [];
	for (const [position, { id }] of attempt.questions.entries()) {
		const isWrong = wrong(id, position);
		if (isWrong) missed.push(id);
		const response = responseTo(site, id, !isWrong);
		good(await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { response }));
	}
	good(await phone.call('POST', `/attempts/${attempt.id}/finish`, {}));
	return missed;
}

/** Answers a question in review. */
export function review(phone: Phone, questionId: string, part: object) {
	return phone.call('POST', '/me/review/answers', { questionId, ...part });
}

/** Lets it have been some days ago that a question was missed, so that it is due on a clock that stands still. */
export async function missedBefore({ house }: Pick<TestApp, 'house'>, questionId: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const before = { missedOn: '2026-11-20', dueOn: '2026-11-21' };
		await tx.update(reviewCards).set(before).where(eq(reviewCards.questionId, questionId));
	});
}
