import { askedIn } from '$lib/forms.ts';

/** Filters as they stand in the address bar, and what the API calls them; a name that is searched for never does. */
const names = { 'don-vi': 'placeId', viec: 'assignmentId', ai: 'state' } as const;

/** What the address says: as it says it, and as the API takes it. */
export function filtersIn(url: URL): { chosen: Record<string, string>; asked: [string, string][] } {
	const given = Object.entries(names).flatMap(([name, field]) => {
		const value = askedIn(url, name);
		return value === '' ? [] : [{ name, field, value }];
	});
	return {
		chosen: Object.fromEntries(given.map(({ name, value }) => [name, value])),
		asked: given.map(({ field, value }) => [field, value])
	};
}
