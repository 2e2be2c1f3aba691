import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { filesOf } from '../../platform/files/store-files.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { placeFor, refuseClosed } from '../organisations.ts';
import { noSuchOrganisation } from '../refusals.ts';
import { importers } from '../who-may.ts';
import { addImport } from './queries.ts';
import type { ImportKind } from './tables.ts';

/** Takes a spreadsheet; the background reads it and says of each row whether it can go in. Returns the id. */
export async function sendFile(
	house: House,
	actor: Actor,
	{ placeId, kind, bytes }: { placeId: string; kind: ImportKind; bytes: Uint8Array }
): Promise<string> {
	const now = house.clock.now();
	const place = await placeFor(house.store.read, actor, { id: placeId, roles: importers[kind] });
	refuseClosed(place, now);
	const { accountId } = actor;
	if (accountId === null) throw noSuchOrganisation();
	const fileHash = await filesOf(house).put(bytes);
	return house.store.transact(async (tx) => {
		const id = newId();
		await addImport(tx, {
			...{ id, kind, placeId: place.id, placePath: place.path, by: accountId, state: 'checking', fileHash },
			...{ fault: null, rows: 0, good: 0, bad: 0, done: 0, startedAt: now },
			...{ finishedAt: null, undoneAt: null, leasedUntil: null }
		});
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.import-sent', { ...place, details: { kind } }));
		return id;
	});
}
