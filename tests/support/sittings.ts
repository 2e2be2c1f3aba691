import type { Phone, Reply } from './an-app.ts';
import { good, neighbours, type Neighbours } from './classes.ts';

export type Person = { attemptId: string; name: string | null; state: string; minutesLeft: number | null };
export interface Sitting {
	id: string;
	code: string;
	people: Person[];
}

export async function opened(all: Neighbours, part: object = {}): Promise<Sitting> {
	return good(await all.helper.call('POST', '/sittings', { testId: 'cuoi', placeId: all.villages[0], ...part }));
}

export const join = (phone: Phone, { code }: Pick<Sitting, 'code'>, body: object = {}) =>
	phone.call('POST', `/sitting-codes/${code}/attempts`, body);
export const watch = async (phone: Phone, { id }: Sitting) => good(await phone.call('GET', `/sittings/${id}`));
export const steer = (phone: Phone, { id }: Sitting, what: string, body: object = {}) =>
	phone.call('POST', `/sittings/${id}/${what}`, body);
export const told = ({ status, body }: Reply) => [status, body.code];

/** Answers the question at that place of an attempt with its first option. */
export async function answer(phone: Phone, attempt: { id: string; questions: Shown[] }, at = 0): Promise<Reply> {
	const { id = '', fields = [] } = attempt.questions[at] ?? {};
	const response = { option: [fields[0]?.options[0]?.id ?? ''] };
	return phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { response });
}
type Shown = { id: string; fields: { options: { id: string }[] }[] };

/** A sitting and somebody without an account who has joined it. */
export async function sitting(part: object = {}) {
	const all = await neighbours();
	const one = await opened(all, part);
	const phone = all.app.aPhone();
	const attempt = good(await join(phone, one, { name: 'Bà Tư' }));
	return { ...all, one, phone, attempt, clock: all.app.house.clock };
}
