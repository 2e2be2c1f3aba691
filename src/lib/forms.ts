/** What somebody typed into a field, without spaces round it; empty where nothing came. */
export function typedIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
}

/**
 * What an address carries under a name, without spaces round it and at most 80 signs long. Signs are never cut in half:
 * half of one can't be written into another address.
 */
export function askedIn(url: URL, name: string): string {
	return [...(url.searchParams.get(name) ?? '').trim()].slice(0, 80).join('');
}

/** A password as it was typed, spaces and all. */
export function secretIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Nothing where nothing was typed: the API tells a missing field from an empty one. */
export function given(value: string): string | undefined {
	return value === '' ? undefined : value;
}

/** A whole number where one was typed; otherwise 0, so that the API says what is wrong with it among all else. */
export function numberIn(form: FormData, name: string): number {
	return wholeNumber(typedIn(form, name));
}

/** The same of what was typed already. */
export function wholeNumber(typed: string): number {
	return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}
