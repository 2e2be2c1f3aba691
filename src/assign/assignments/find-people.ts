import { listHelpedAmong } from '../../community/index.ts';
import { listAccountsAmong, listPeopleByLearner } from '../../identity/index.ts';
import { outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { listBelongingWithin, membersWithin, type Belonging } from './people-queries.ts';
import { namesOf, placesOf } from './names.ts';
import type { FoundPeople, PeopleSearch, PickedPerson } from './schemas.ts';

const mostFound = 20;

/**
 * People within the actor's places whose name holds the words, with or without marks; and those who were chosen before,
 * as far as they are still there. That names were shown is written down.
 */
export async function findPeople(
	house: AssignHouse,
	actor: Actor,
	{ query = '', chosen = [] }: PeopleSearch
): Promise<FoundPeople> {
	const reader = house.store.read;
	const folded = fold(query);
	const named = folded === '' ? [] : await listNamed(reader, actor, folded);
	const found = await listBelongingWithin(
		reader,
		actor,
		named.slice(0, mostFound).map(({ id }) => id)
	);
	const picked = await listBelongingWithin(
		reader,
		actor,
		chosen.map(({ learnerId }) => learnerId)
	);
	const tell = await teller(reader, [...found, ...picked]);
	const order = new Map(named.map(({ id }, i) => [id, i]));
	await recordSearch(house, actor, found.length + picked.length);
	return {
		people: found.sort((a, b) => (order.get(a.learnerId) ?? 0) - (order.get(b.learnerId) ?? 0)).map(tell),
		more: named.length > mostFound,
		chosen: chosen.flatMap((one) => {
			const here = picked.filter(({ learnerId }) => learnerId === one.learnerId);
			const home = here.find(({ placeId }) => placeId === one.placeId) ?? here[0];
			return home ? [{ ...tell(home), placeId: one.placeId }] : [];
		})
	};
}

async function listNamed(reader: Reader, actor: Actor, folded: string) {
	const among = membersWithin(reader, actor);
	const filter = { folded, limit: mostFound + 1 };
	const all = [...(await listAccountsAmong(reader, among, filter)), ...(await listHelpedAmong(reader, among, filter))];
	return all.sort((a, b) => (`${a.nameSort} ${a.id}` < `${b.nameSort} ${b.id}` ? -1 : 1)).slice(0, mostFound + 1);
}

/** Tells of somebody where she belongs what tells her from another of her name. */
async function teller(reader: Reader, all: readonly Belonging[]) {
	const learnerIds = [...new Set(all.map(({ learnerId }) => learnerId))];
	const names = await namesOf(reader, learnerIds);
	const years = new Map(
		(await listPeopleByLearner(reader, learnerIds)).map((each) => [each.learnerId, each.birthYear])
	);
	const places = await placesOf(
		reader,
		all.map(({ placeId }) => placeId)
	);
	return ({ learnerId, placeId, position }: Belonging): PickedPerson => ({
		...{ learnerId, placeId, position },
		name: names.get(learnerId) ?? '',
		birthYear: years.get(learnerId) ?? null,
		unit: places.get(placeId) ?? ''
	});
}

async function recordSearch(house: AssignHouse, actor: Actor, results: number): Promise<void> {
	await house.store.transact(async (tx) => {
		for (const { placeId, placePath } of outermostGrants(actor, givers))
			await recordAct(tx, house, {
				doer: doerOf(actor, givers, placePath),
				action: 'assign.people-searched',
				subject: { kind: 'place', id: placeId },
				placePath,
				details: { results }
			});
	});
}
