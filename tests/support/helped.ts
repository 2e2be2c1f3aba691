import type { Phone, Reply } from './an-app.ts';
import { good, neighbours, type Neighbours } from './classes.ts';

/** Somebody without a phone, as a helper writes her down; the village comes with it. */
export const baTu = { name: 'Bùi Thị Tư', birthYear: 1950, household: 'nhà cạnh giếng', consent: true };

export interface Card {
	id: string;
	code: string;
	pin: string;
	path: string;
}

/** The helper of the first commune writes somebody down in its first village. */
export async function writeDown({ helper, villages }: Neighbours, part: object = {}): Promise<Card> {
	const card = good(await helper.call('POST', '/helped-learners', { ...baTu, placeId: villages[0], ...part }));
	return { ...card, id: card.learner.id };
}

/** Two neighbouring communes, and somebody in the first one who holds a card. */
export async function withCard(part: object = {}): Promise<Neighbours & { card: Card }> {
	const all = await neighbours();
	return { ...all, card: await writeDown(all, part) };
}

export function open(phone: Phone, { code, pin }: Pick<Card, 'code' | 'pin'>): Promise<Reply> {
	return phone.call('POST', '/cards/open', { code, pin });
}

/** Another PIN than this one. */
export function wrong(pin: string): string {
	return pin.startsWith('0') ? '999 999' : '000 000';
}

/** Answers a check question of the small course. */
export async function answer(phone: Phone, { house }: Neighbours['app'], part: object = {}): Promise<Reply> {
	const [question] = house.catalog.checkQuestions('giu-ma', 'vi');
	const body = { questionId: question?.id, optionId: question?.options[0]?.id, ...part };
	return phone.call('POST', '/courses/thu/lessons/giu-ma/answers', body);
}

/** Passes the small course's quiz and collects the record. */
export async function earn(phone: Phone, { house }: Neighbours['app'], name: string): Promise<Reply['body']> {
	const bank = house.catalog.quizQuestions('thu', 'vi');
	const attempt = good(await phone.call('POST', '/courses/thu/attempts', {}));
	for (const { id } of attempt.questions) {
		const optionId = bank.find((each) => each.id === id)?.options.find(({ correct }) => correct)?.id;
		good(await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId }));
	}
	good(await phone.call('POST', `/attempts/${attempt.id}/finish`, {}));
	return good(await phone.call('POST', '/records', { attemptId: attempt.id, name }));
}
