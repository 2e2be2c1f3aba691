import type { Progress } from '../learning.ts';
import { api } from './page.ts';

let asked: ReturnType<typeof ask> | undefined;
let whose: string | null | undefined;

async function ask() {
	const answer = await api<Progress>('/me/progress');
	if (!answer?.ok)
		asked = undefined; // the network is gone: asked again when it is back
	else whose ??= answer.data.learner.whose ?? null;
	return answer;
}

/** How far the reader of this page has come; asked once. */
export function readerHere(): ReturnType<typeof ask> {
	return (asked ??= ask());
}

/** Whose learning this page was opened for: a sign that the API gave; undefined until it could be asked. */
export function whosePage(): string | undefined {
	return whose ?? undefined;
}
