import { listOrganisationsFor } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { organisationFor } from '../organisations.ts';
import { managers } from '../who-may.ts';
import type { Destinations } from './schemas.ts';

const most = 100;

/** Where whoever manages an organisation may move its people: a teacher of a school to its classes, an officer further; with a query those of that name. */
export async function readDestinations(
	{ store, clock }: House,
	actor: Actor,
	{ id, query = '' }: { id: string; query?: string | undefined }
): Promise<Destinations> {
	const here = await organisationFor(store.read, actor, { id, roles: managers });
	const filter = { roles: managers, day: dayInVietNam(clock.now()), limit: most, query };
	const list = (parent: { parentId?: string }) => listOrganisationsFor(store.read, actor, { ...filter, ...parent });
	const beside = here.parentId === null ? [] : [await list({ parentId: here.parentId })];
	const lists = [await list({ parentId: here.id }), ...beside, await list({})];
	const all = lists.flatMap(({ organisations }) => organisations).filter((each) => each.id !== here.id);
	const once = [...new Map(all.map((each) => [each.id, each])).values()];
	return {
		places: once.slice(0, most).map(({ id, name, parent }) => ({ id, name, within: parent?.name ?? null })),
		more: once.length > most || lists.some(({ next }) => next !== null)
	};
}
