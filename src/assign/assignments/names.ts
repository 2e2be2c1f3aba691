import { namesOfHelped } from '../../community/index.ts';
import { listPeopleByLearner } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';

/** What these people are called: by their accounts, or by whoever wrote them down. */
export async function namesOf(reader: Reader, learnerIds: string[]): Promise<Map<string, string>> {
	const known = await listPeopleByLearner(reader, learnerIds);
	return new Map([
		...(await namesOfHelped(reader, learnerIds)),
		...known.map(({ learnerId, name }): [string, string] => [learnerId, name])
	]);
}

/** What these places are called. */
export async function placesOf(reader: Reader, ids: string[]): Promise<Map<string, string>> {
	const found = await listPlacesByIds(reader, [...new Set(ids)]);
	return new Map(found.map(({ id, name }) => [id, name]));
}
