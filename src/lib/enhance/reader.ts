import type { Progress } from '../learning.ts';
import { api, keep, kept } from './page.ts';

let asked: ReturnType<typeof ask> | undefined;
let whose: string | null | undefined;

async function ask() {
	const answer = await api<Progress>('/me/progress');
	if (!answer?.ok)
		asked = undefined; // the network is gone: asked again when it is back
	else note(answer.data.learner.whose ?? null);
	return answer;
}

/** Where the sign is kept for pages that open without signal. */
const key = 'bdhvs-ai';

function note(sign: string | null): void {
	whose ??= sign;
	keep(key, sign);
}

/** Pages whose forms change who learns on this phone: none of them does so without signal. */
const changes = /\/(dang-nhap|dang-ky|dang-xuat|doi-nguoi|mo-lai-tai-khoan|may-nay|the|nguoi-hoc)(\/|\?|$)/;

/** Forgets who it was as soon as that may change: the next page with signal says who it is. */
export function watchReader(): void {
	document.addEventListener('submit', ({ target }) => {
		if (!(target instanceof HTMLFormElement) || target.method !== 'post') return;
		if (changes.test(new URL(target.action).pathname)) keep(key, null);
	});
}

/** How far the reader of this page has come; asked once. */
export function readerHere(): ReturnType<typeof ask> {
	return (asked ??= ask());
}

/**
 * Whose learning this page was opened for: a sign that the API gave. Without signal it is whoever it was before, for
 * nobody else can have come in since; undefined where that was never known.
 */
export function whosePage(): string | undefined {
	return whose ?? kept<string | null>(key, null) ?? undefined;
}
