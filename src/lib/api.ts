import { error, fail, type ActionFailure } from '@sveltejs/kit';

/** What a failed API call says, ready for a page: a sentence in the reader's language and the fields it is about. */
export interface Problem {
	code: string;
	message: string;
	fields: Record<string, string>;
	/** Further members of the problem document, e.g. the people to choose from. */
	extra: Record<string, unknown>;
}

type Fetch = typeof fetch;

/** The answer of an API call that a page wants to look at itself. */
export type Answer<T> = { ok: true; status: number; data: T } | { ok: false; status: number; problem: Problem };

type Call = `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${string}`;

/** Calls the API, e.g. `POST /accounts`, and returns the answer or the problem; throws only when the server itself is gone. */
export async function ask<T>(fetch: Fetch, call: Call, body?: unknown): Promise<Answer<T>> {
	const [method, path = ''] = call.split(' ', 2);
	const response = await fetch(`/api${withoutSteps(path)}`, {
		...(method && { method }),
		...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
	});
	const text = await response.text();
	const data: unknown = text ? JSON.parse(text) : undefined;
	if (response.ok) return { ok: true, status: response.status, data: data as T }; // the API's schemas vouch for the shape
	return { ok: false, status: response.status, problem: problemFrom(data) };
}

/** Nobody's id is `..`: where one was typed, the call must not climb to another address of the API. */
function withoutSteps(path: string): string {
	const [before = '', ...query] = path.split('?');
	return [before.replace(/\/\.{1,2}(?=\/|$)/g, '/-'), ...query].join('?');
}

/** Reads in a `load`: a refusal becomes the site's error page with its sentence. */
export async function read<T>(fetch: Fetch, path: string): Promise<T> {
	const answer = await ask<T>(fetch, `GET ${path}`);
	if (answer.ok) return answer.data;
	error(answer.status, { message: answer.problem.message, code: answer.problem.code });
}

/** A form action's refusal: the problem, and what was typed, so that nothing is lost. Never pass passwords in `typed`. */
export function refused<V extends Record<string, unknown>>(
	answer: { status: number; problem: Problem },
	typed: V
): ActionFailure<{ problem: Problem; typed: V }> {
	return fail(answer.status, { problem: answer.problem, typed });
}

function problemFrom(data: unknown): Problem {
	const { code, title, fields, ...extra } = (data ?? {}) as {
		code?: string;
		title?: string;
		fields?: { field: string; message: string }[];
	};
	return {
		code: code ?? 'platform.failed',
		message: title ?? '',
		fields: Object.fromEntries((fields ?? []).map((each) => [each.field, each.message])),
		extra
	};
}
