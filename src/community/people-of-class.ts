import { listPeopleOfPlace } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { recordAct } from '../platform/audit.ts';
import { fold } from '../platform/text.ts';
import { listAttendances } from './attendance-queries.ts';
import type { CommunityHouse } from './community-house.ts';
import { actOn } from './plan-class.ts';
import { findClass } from './queries.ts';
import { noSuchClass } from './refusals.ts';
import type { PeopleList } from './schemas.ts';

const mostListed = 100;

/**
 * The people of a session's place whom the actor may look after, for ticking. That they were listed, and how many, is
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
		const found = await listPeopleOfPlace(tx, actor, { path: row.placePath, query, limit: mostListed + 1 });
		const page = found.slice(0, mostListed);
		const came = new Set((await listAttendances(tx, id)).map(({ learnerId }) => learnerId));
		const details = { results: page.length, searched: fold(query) !== '' };
		await recordAct(tx, house, { ...actOn(actor, 'community.people-listed', row), details });
		return {
			people: page.map(({ accountId, learnerId, name, birthYear }) => ({
				accountId,
				name,
				birthYear,
				came: came.has(learnerId)
			})),
			more: found.length > mostListed
		};
	});
}
