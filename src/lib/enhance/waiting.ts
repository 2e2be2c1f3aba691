import type { AnsweredCheck } from '../learning.ts';
import { api, keep, kept, notice } from './page.ts';

/** An answer that could not be sent, with the phone's own times. */
export interface WaitingAnswer {
	course: string;
	lesson: string;
	questionId: string;
	optionId: string;
	openedAt: string;
	answeredAt: string;
}

const key = 'bdhvs-cho-gui';
const same = (a: WaitingAnswer, b: WaitingAnswer) => a.lesson === b.lesson && a.questionId === b.questionId;

/** Keeps an answer on the phone until the network is back; a later answer to the same question takes its place. */
export function wait(answer: WaitingAnswer): void {
	keep(key, [...kept<WaitingAnswer[]>(key, []).filter((each) => !same(each, answer)), answer]);
	notice('offline');
}

export const answersPath = ({ course, lesson }: { course: string; lesson: string }) =>
	`/courses/${encodeURIComponent(course)}/lessons/${encodeURIComponent(lesson)}/answers`;

let sending = false;

/** Sends what waits, oldest first; stops where the network fails again. What the server refuses is let go. */
export async function sendWaiting(sent: (answer: WaitingAnswer, verdict: AnsweredCheck) => void): Promise<void> {
	if (sending) return;
	sending = true;
	let count = 0;
	for (let first = kept<WaitingAnswer[]>(key, [])[0]; first; first = kept<WaitingAnswer[]>(key, [])[0]) {
		const { questionId, optionId, openedAt, answeredAt } = first;
		const answer = await api<AnsweredCheck>(answersPath(first), {
			questionId,
			optionId,
			openedAt,
			answeredAt,
			way: 'offline'
		});
		if (!answer || answer.status >= 500 || answer.status === 429) break;
		const gone = first;
		keep(
			key,
			kept<WaitingAnswer[]>(key, []).filter((each) => !(same(each, gone) && each.answeredAt === gone.answeredAt))
		);
		if (!answer.ok) continue;
		count++;
		sent(gone, answer.data);
	}
	sending = false;
	if (kept<WaitingAnswer[]>(key, []).length > 0) notice('offline');
	else if (count > 0) notice('sent');
	else notice(null);
}
