import { askedIn } from '$lib/forms.ts';

const names = ['viec', 'don-vi', 'loc'] as const;

/** What the address narrows the page to, to be written into the next one: `?viec=` `?don-vi=` `?loc=cho`. */
export function narrowedTo(url: URL): Record<string, string> {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = askedIn(url, name);
			return value === '' ? [] : [[name, value] as const];
		})
	);
}
