/**
 * A path of this site that is safe to send somebody to, or null: `//elsewhere`, `/\elsewhere`, what becomes one of
 * them (`/.//elsewhere`) and whole addresses lead away and are refused.
 */
export function sitePath(value: string | null | undefined): string | null {
	if (!value || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return null;
	try {
		const url = new URL(value, 'http://site.invalid');
		return url.host === 'site.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : null;
	} catch {
		return null;
	}
}
