import { listGrants } from '../../identity/index.ts';
import { grantFor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { givers } from '../assign-house.ts';
import type { AssignmentRow } from './queries.ts';
import { placesOf } from './names.ts';

/** As what somebody asked, and of which place or organisation she is that; never her name. */
export interface Asker {
	readonly role: (typeof givers)[number];
	readonly place: string;
}

/** Who asked each of these, by assignment; nobody where she holds no such role any more. */
export async function listAskers(
	reader: Reader,
	assigned: readonly AssignmentRow[]
): Promise<ReadonlyMap<string, Asker>> {
	const whoAsked = ({ sentBy, madeBy }: AssignmentRow) => sentBy ?? madeBy;
	const held = await listGrants(reader, [...new Set(assigned.map(whoAsked))]);
	const found = assigned.flatMap((row) => {
		const grants = held.filter(({ accountId }) => accountId === whoAsked(row));
		const grant = grantFor({ grants }, givers, row.placePath);
		const role = givers.find((each) => each === grant?.role);
		return grant && role ? [{ id: row.id, role, placeId: grant.placeId }] : [];
	});
	const places = await placesOf(
		reader,
		found.map(({ placeId }) => placeId)
	);
	return new Map(found.map(({ id, role, placeId }) => [id, { role, place: places.get(placeId) ?? '' }]));
}
