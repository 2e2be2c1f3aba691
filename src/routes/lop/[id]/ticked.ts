/** Stands before the id of somebody whom a helper wrote down; ids of accounts stand alone. */
export const helpedMark = 'h:';

/** Somebody who was ticked in the list of the place, as the API takes her. */
export function tickedPerson(value: string): { accountId: string } | { helpedId: string } {
	return value.startsWith(helpedMark) ? { helpedId: value.slice(helpedMark.length) } : { accountId: value };
}
