import { error, redirect, type ActionFailure } from '@sveltejs/kit';
import { ask, refused, type Answer, type Problem } from './api.ts';
import { inLanguage, languageOf } from './language.ts';
import type { Me } from '../identity/index.ts';

/** What both a load and an action know of the request. */
interface Visit {
	fetch: typeof fetch;
	url: URL;
}

/** She was signed in, and was signed out from another device, or had everything deleted there. */
const sessionEnded = 'identity.session-ended';

type No = Extract<Answer<unknown>, { ok: false }>;

/** Reads for a page that wants to know who is there: who has to sign in is sent to do so, and comes back. */
export async function readAs<T>(visit: Visit, path: string): Promise<T> {
	const answer = await ask<T>(visit.fetch, `GET ${path}`);
	return answer.ok ? answer.data : turnAway(visit.url, answer);
}

/** Ends a load that was refused: to the sign-in page, or as the error page that says why. */
export function turnAway(url: URL, { status, problem }: No): never {
	if (problem.code === 'identity.sign-in-first') redirect(303, signInPath(url, url.pathname + url.search));
	if (problem.code === sessionEnded) redirect(303, `${signInPath(url, url.pathname + url.search)}&het=1`);
	if (problem.code === lessonFirst) redirect(303, lessonPath(url, url.pathname + url.search));
	error(status, { message: problem.message, code: problem.code });
}

/** A form action's refusal; where the session ended meanwhile, the way back in. */
export function refusedOrOut<V extends Record<string, unknown>>(
	url: URL,
	answer: No,
	typed: V
): ActionFailure<{ problem: Problem; typed: V }> {
	if (answer.problem.code === 'identity.sign-in-first') redirect(303, `${signInPath(url, url.pathname)}&lau=1`);
	if (answer.problem.code === sessionEnded) redirect(303, `${signInPath(url, url.pathname)}&het=1`);
	if (answer.problem.code === lessonFirst) redirect(303, lessonPath(url, url.pathname));
	return refused(answer, typed);
}

/** A helper who has not finished the lesson about people's data: she is sent to it, and comes back. */
const lessonFirst = 'community.lesson-first';

export function lessonPath(url: URL, back: string): string {
	return `${inLanguage(languageOf(url.pathname), '/hoc-truoc')}?tiep=${encodeURIComponent(back)}`;
}

function signInPath(url: URL, back: string): string {
	return `${inLanguage(languageOf(url.pathname), '/dang-nhap')}?tiep=${encodeURIComponent(back)}`;
}

/** Where to go after signing in: first the question whose learning this device keeps, then what somebody wanted. */
export async function afterSignIn({ fetch, url }: Visit, wanted: string | null): Promise<string> {
	const lang = languageOf(url.pathname);
	const next = wanted ?? inLanguage(lang, '/cua-toi');
	const device = await ask<{ present: boolean }>(fetch, 'GET /me/device-learning');
	if (!device.ok || !device.data.present) return next;
	return `${inLanguage(lang, '/may-nay')}?tiep=${encodeURIComponent(next)}`;
}

/** Who is there, for pages of people with a role; who isn't signed in is sent to do so first. */
export async function readWhoIs(visit: Visit): Promise<Me & { account: NonNullable<Me['account']> }> {
	const answer = await ask<Me>(visit.fetch, 'GET /session');
	if (!answer.ok) return turnAway(visit.url, answer);
	const { account } = answer.data;
	if (!account) redirect(303, signInPath(visit.url, visit.url.pathname + visit.url.search));
	return { ...answer.data, account };
}
