import type { Progress } from '../learning.ts';
import { api, keep, kept, localHref } from './page.ts';

let asked: ReturnType<typeof ask> | undefined;
let whose: string | null | undefined;

async function ask() {
	await takeTurn();
	const answer = await api<Progress>('/me/progress');
	if (!answer?.ok)
		asked = undefined; // the network is gone: asked again when it is back
	else note(answer.data.learner.whose ?? null);
	return answer;
}

/** Where the sign is kept for pages that open without signal. */
export const learnerKey = 'bdhvs-ai';
/** Whose turn it became while there was no signal; the site does not know of it yet. */
export const turnKey = 'bdhvs-luot';
/** The cards that are open on this phone, to change between without signal. */
export const cardsHereKey = 'bdhvs-the';

/** With signal again the site learns for her too whose turn it is; where her card is open no more, nobody's is. */
async function takeTurn(): Promise<void> {
	const whose = kept<string | null>(turnKey, null);
	const answer = whose === null ? null : await api('/cards/here', { whose }, 'PUT');
	if (!answer) return;
	keep(turnKey, null);
	if (!answer.ok) location.assign(localHref('/doi-nguoi'));
}

function note(sign: string | null): void {
	whose ??= sign;
	keep(learnerKey, sign);
}

/** Pages whose forms change who learns on this phone: none of them does so without signal. */
const changes = /\/(dang-nhap|dang-ky|dang-xuat|doi-nguoi|mo-lai-tai-khoan|may-nay|the|nguoi-hoc)(\/|\?|$)/;

/** Forgets who it was as soon as that may change: the next page with signal says who it is. */
export function watchReader(): void {
	document.addEventListener('submit', ({ target }) => {
		if (!(target instanceof HTMLFormElement) || target.method !== 'post') return;
		const { pathname } = new URL(target.action);
		if (!changes.test(pathname)) return;
		for (const key of [learnerKey, turnKey]) keep(key, null);
		if (!/\/doi-nguoi(\/|$)/.test(pathname)) keep(cardsHereKey, null);
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
	return whose ?? kept<string | null>(learnerKey, null) ?? undefined;
}

/** Whether it became her turn without signal and the site has not heard of it yet: what she answers has to wait. */
export function isTurnOf(sign: string | undefined): boolean {
	return sign !== undefined && kept<string | null>(turnKey, null) === sign;
}
