import type { ClassView } from '../../../community/index.ts';
import { fold } from '../../../platform/text.ts';

type Person = Pick<ClassView['people'][number], 'kind' | 'name' | 'birthYear'>;

/**
 * How many were probably written down twice: typed in by hand, and ticked under the same name. Where both years are
 * known they are the same; each who was ticked is one of them at most.
 */
export function likelyTwice(people: readonly Person[]): number {
	const ticked = people.filter(({ kind, name }) => kind !== 'written' && name !== null);
	let count = 0;
	for (const { kind, name, birthYear } of people) {
		if (kind !== 'written' || name === null) continue;
		const at = ticked.findIndex(
			(each) => fold(each.name ?? '') === fold(name) && (!each.birthYear || !birthYear || each.birthYear === birthYear)
		);
		if (at < 0) continue;
		ticked.splice(at, 1);
		count++;
	}
	return count;
}
