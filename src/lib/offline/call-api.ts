/** An answer of the API; null where there is no network. */
export type Answer<T> = { ok: boolean; status: number; data: T & { title?: string; code?: string } } | null;

/** In a page the page's language, in the service worker Vietnamese. */
export const lang = (): string => (typeof document === 'undefined' ? 'vi' : document.documentElement.lang);

/** So long an answer may take: a call that hangs would keep all that waits behind it. */
const patienceMs = 30_000;

/** Calls the API from a page or from the service worker, e.g. `PUT /classes/1/carried`. */
export async function callApi<T>(call: string, body?: unknown, language = lang()): Promise<Answer<T>> {
	const [method = 'GET', path = ''] = call.split(' ', 2);
	try {
		const response = await fetch(`/api${path}`, {
			method,
			signal: AbortSignal.timeout(patienceMs),
			headers: { 'accept-language': language, ...(body !== undefined && { 'content-type': 'application/json' }) },
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		const text = await response.text();
		return { ok: response.ok, status: response.status, data: JSON.parse(text || '{}') };
	} catch {
		return null; // no network, or a page of the network itself instead of ours
	}
}

/** No network, or a server that has no time: what was asked is to be asked again later. */
export const isNoAnswer = <T>(answer: Answer<T>): answer is null =>
	answer === null || answer.status >= 500 || answer.status === 429;
