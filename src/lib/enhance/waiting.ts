import type { AnsweredCheck } from '../learning.ts';
import { api, keep, kept, notice } from './page.ts';
import { readerHere, whosePage } from './reader.ts';

/** An answer that could not be sent, with the phone's own times. */
export interface WaitingAnswer {
	course: string;
	lesson: string;
	questionId: string;
	optionId: string;
	openedAt: string;
	answeredAt: string;
	/** Whose learning the page was opened for, as far as it could be asked. */
	whose?: string | undefined;
}

const key = 'bdhvs-cho-gui';
const same = (a: WaitingAnswer, b: WaitingAnswer) =>
	a.lesson === b.lesson && a.questionId === b.questionId && a.whose === b.whose;

/** Keeps an answer on the phone until the network is back; a later answer to the same question takes its place. */
export function wait(answer: WaitingAnswer): void {
	keep(key, [...kept<WaitingAnswer[]>(key, []).filter((each) => !same(each, answer)), answer]);
	notice('offline');
}

export const answersPath = ({ course, lesson }: { course: string; lesson: string }) =>
	`/courses/${encodeURIComponent(course)}/lessons/${encodeURIComponent(lesson)}/answers`;

/** Not every phone says when the signal is back, so what waits is tried again. */
const tryAgainMs = 15_000;

let sending = false;
/** How many answers went from this page; what was said of them stays said. */
let count = 0;

/**
 * Sends what waits, oldest first; stops where the network fails again. What the server refuses is let go, but for what
 * somebody else answered on this phone: that waits until she learns here again. `openedAt` says which page this is.
 */
export async function sendWaiting(
	openedAt: string,
	sent: (answer: WaitingAnswer, verdict: AnsweredCheck) => void
): Promise<void> {
	if (sending) return;
	sending = true;
	let [others, gone] = [0, false];
	for (const each of kept<WaitingAnswer[]>(key, [])) {
		const answer = (await isHers(each, openedAt)) ? await send(each) : 'not hers';
		if (answer === null) {
			gone = true;
			break;
		}
		if (answer === 'not hers') {
			others++;
			continue;
		}
		letGo(each);
		if (!answer.ok) continue;
		count++;
		sent(each, answer.data);
	}
	sending = false;
	if (gone) setTimeout(() => void sendWaiting(openedAt, sent), tryAgainMs);
	tell(gone || kept<WaitingAnswer[]>(key, []).length > others);
}

function tell(waits: boolean): void {
	if (waits) notice('offline');
	else notice(count > 0 ? 'sent' : null);
}

/** Null when it has to wait: the network is gone, or the server has no time. */
async function send({ course, lesson, ...answer }: WaitingAnswer) {
	const reply = await api<AnsweredCheck>(answersPath({ course, lesson }), { ...answer, way: 'offline' });
	if (reply?.data.code === 'learn.somebody-elses') return 'not hers';
	return !reply || reply.status >= 500 || reply.status === 429 ? null : reply;
}

/** Where a page could not ask whose it is, only that page sends, or a phone on which nobody is signed in. */
async function isHers({ whose, openedAt }: WaitingAnswer, pageOpenedAt: string): Promise<boolean> {
	if (whose || openedAt === pageOpenedAt) return true;
	await readerHere();
	return !whosePage()?.startsWith('t');
}

function letGo(answer: WaitingAnswer): void {
	const others = kept<WaitingAnswer[]>(key, []).filter(
		(each) => !(same(each, answer) && each.answeredAt === answer.answeredAt)
	);
	keep(key, others);
}
