/** Small things that every part of the script needs of the page. */
const lang = document.documentElement.lang;

/** A page's address in the language of this page; the API speaks without the prefix. */
export function localHref(href: string): string {
	if (lang !== 'en' || /^\/en(\/|$)/.test(href)) return href;
	return href === '/' ? '/en' : `/en${href}`;
}

/** Puts values into a sentence of the page: `{done}` → 3. */
export function filled(sentence: string | undefined, values: Record<string, string | number>): string {
	return (sentence ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The first element that matches, inside `root` or the page. */
export function one(selector: string, root: ParentNode = document): HTMLElement | null {
	return root.querySelector<HTMLElement>(selector);
}

export function all(selector: string, root: ParentNode = document): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** What is kept on this phone; a full or forbidden store is as if nothing were kept. */
export function kept<T>(key: string, otherwise: T): T {
	try {
		return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise; // only this script writes it
	} catch {
		return otherwise;
	}
}

export function keep(key: string, value: unknown): void {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {
		// nothing to be done: the page works without
	}
}

/** Calls the API in the page's language; null when the network is gone. */
export async function api<T>(
	path: string,
	body?: unknown,
	method = body === undefined ? 'GET' : 'POST'
): Promise<{ ok: boolean; status: number; data: T & { title?: string; code?: string } } | null> {
	try {
		const response = await fetch(`/api${path}`, {
			method,
			headers: { 'accept-language': lang, ...(body !== undefined && { 'content-type': 'application/json' }) },
			body: body === undefined ? undefined : JSON.stringify(body)
		});
		return { ok: response.ok, status: response.status, data: await response.json() };
	} catch {
		return null;
	}
}

/** A line under the top bar that screen readers hear: the network is gone, or back. */
export function notice(name: 'offline' | 'sent' | null): void {
	const line = one('[data-notice]');
	if (!line) return;
	line.hidden = name === null;
	line.textContent = name ? (line.dataset[name] ?? '') : '';
}
