import { listPeopleOfPlace, type KnownPerson } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { recordAct } from '../platform/audit.ts';
import { fold, vietnameseSortKey } from '../platform/text.ts';
import { listAttendances } from './attendance-queries.ts';
import type { CommunityHouse } from './community-house.ts';
import { searchHelped, type HelpedRow } from './helped/queries.ts';
import { actOn } from './plan-class.ts';
import { findClass } from './queries.ts';
import { noSuchClass } from './refusals.ts';
import type { PeopleList } from './schemas.ts';

const mostListed = 100;

/**
 * The people of a session's place whom the actor may look after, those among them whom a helper wrote down, for
 * ticking. That they were listed, and how many, is
 * written down with it; what was typed is kept nowhere.
 */
export async function readPeopleOfClass(
	house: CommunityHouse,
	actor: Actor,
	{ id, query = '' }: { id: string; query?: string | undefined }
): Promise<PeopleList> {
	return house.store.transact(async (tx) => {
		const row = await findClass(tx, actor, id);
		if (!row) throw noSuchClass();
		const asked = { path: row.placePath, limit: mostListed + 1 };
		const accounts = await listPeopleOfPlace(tx, actor, { ...asked, query });
		const helped = await searchHelped(tx, actor, { ...asked, folded: fold(query) });
		const found = byGivenName([...accounts.map(withAccount), ...helped.map(withHelp)]);
		const page = found.slice(0, mostListed);
		const came = new Set((await listAttendances(tx, id)).map(({ learnerId }) => learnerId));
		const details = { results: page.length, searched: fold(query) !== '' };
		await recordAct(tx, house, { ...actOn(actor, 'community.people-listed', row), details });
		return {
			people: page.map(({ learnerId, ...person }) => ({ ...person, came: came.has(learnerId) })),
			more: found.length > mostListed
		};
	});
}

function withAccount({ accountId, learnerId, name, birthYear }: KnownPerson) {
	return { accountId, helpedId: null, learnerId, name, apart: null, birthYear };
}

function withHelp({ id, learnerId, name, apart, birthYear }: HelpedRow) {
	return { accountId: null, helpedId: id, learnerId, name, apart, birthYear };
}

type Listed = ReturnType<typeof withAccount> | ReturnType<typeof withHelp>;

function byGivenName(people: Listed[]): Listed[] {
	const keyed = people.map((person) => ({ person, key: vietnameseSortKey(person.name) }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ person }) => person);
}
