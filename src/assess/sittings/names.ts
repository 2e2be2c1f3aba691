import { listPeopleByLearner } from '../../identity/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';

/** Names of learners without an account, as the room knows them that writes such people down. */
export type NamesOf = (reader: Reader, learnerIds: string[]) => Promise<Map<string, string>>;

/** What these learners are called: by her account, or as a helper wrote her down. Who has neither is not in it. */
export async function namesOf(reader: Reader, nameHelped: NamesOf, learnerIds: string[]): Promise<Map<string, string>> {
	const people = await listPeopleByLearner(reader, learnerIds);
	const helped = await nameHelped(reader, learnerIds);
	return new Map([...people.map(({ learnerId, name }) => [learnerId, name] as const), ...helped]);
}
