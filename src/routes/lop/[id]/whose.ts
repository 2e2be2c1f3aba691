import type { PeopleList } from '../../../community/index.ts';

/** A name that was written in, and the people of the place whose it may be. */
export interface Whose {
	line: string;
	name: string;
	query: string;
	people: PeopleList;
}

/** What to look for first: the given name, which stands last; what tells her apart, `Lan (xóm trên)`, falls away. */
export function likelyQuery(name: string): string {
	const [bare = ''] = name.split('(');
	return bare.trim().split(/\s+/).at(-1) ?? '';
}
