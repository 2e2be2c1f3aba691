import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { writtenShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { namesOf, type NamesOf } from './names.ts';
import { findSat, type SittingRow } from './queries.ts';
import type { SittingDoor } from './schemas.ts';
import { aboutSittings } from './views.ts';

/** What whoever has the code of a sitting sees of it, and whether she has joined. */
export async function readDoor(
	house: AssessHouse,
	actor: Actor,
	{ sitting, nameHelped }: { sitting: SittingRow; nameHelped: NamesOf }
): Promise<SittingDoor> {
	const { read } = house.store;
	const [about] = await aboutSittings(house, [sitting], actor.lang);
	if (!about) throw new Error('a sitting is about something');
	const { testTitle, minutes, place, open } = about;
	const { learnerId, accountId } = actor;
	const mine = learnerId === null ? undefined : await findSat(read, { sittingId: sitting.id, learnerId });
	return {
		...{ testTitle, minutes, place, open, code: writtenShortCode(sitting.code) },
		as: await nameOfKnown(read, nameHelped, actor),
		own: accountId === sitting.openedBy,
		attemptId: mine?.id ?? null
	};
}

/** The name of somebody who has one here already: by her account or by her card. */
async function nameOfKnown(
	reader: Reader,
	nameHelped: NamesOf,
	{ learnerId, accountId, card }: Actor
): Promise<string | null> {
	if (learnerId === null || (accountId === null && card === null)) return null;
	return (await namesOf(reader, nameHelped, [learnerId])).get(learnerId) ?? null;
}
