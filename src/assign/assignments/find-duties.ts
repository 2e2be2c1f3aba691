import { listHelpedAmong } from '../../community/index.ts';
import { listAccountsAmong } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { listDuties, whoHasDuties, type DutyFilter, type DutyRow } from './duty-queries.ts';

const mostPeople = 50;
const mostDuties = 500;

/** What people have to do by one assignment whose name holds a part, with or without marks: fifty of them at most. */
export async function findDuties(
	reader: Reader,
	actor: Actor,
	{ query, ...filter }: DutyFilter & { query: string }
): Promise<DutyRow[]> {
	const among = whoHasDuties(reader, actor, filter);
	const names = { folded: fold(query), limit: mostPeople };
	const people = [
		...(await listAccountsAmong(reader, among, names)),
		...(await listHelpedAmong(reader, among, names))
	].slice(0, mostPeople);
	if (people.length === 0) return [];
	return listDuties(reader, actor, { ...filter, learnerIds: people.map(({ id }) => id), limit: mostDuties });
}
