import { findPlace, type Place } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { newShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { getTest } from '../tests/start-test.ts';
import { actOn } from './acts.ts';
import { codeLength } from './code.ts';
import { addSitting, findSame, type SittingRow } from './queries.ts';
import { noSittingsThere, notYourPlace } from './refusals.ts';
import type { NewSitting } from './schemas.ts';
import { endOf } from './sitting-times.ts';
import { supervisors } from './supervisors.ts';

/** A form that is sent twice comes within this time. */
const sentTwiceMs = 60_000;
const kinds: readonly Place['kind'][] = ['village', 'commune', 'organisation'];

/**
 * Opens a sitting for a test at a place where the actor holds classes; the same one opened twice within a minute is one.
 * Refuses with `catalog.no-such-test`, `sittings.not-your-place` or `sittings.no-sittings-there`.
 */
export async function openSitting(
	house: AssessHouse,
	actor: Actor,
	{ testId, placeId, retakeAllowed = false }: NewSitting
): Promise<{ id: string; made: boolean }> {
	const openedBy = actor.accountId;
	if (openedBy === null) throw notYourPlace();
	const [id, code, openedAt] = [newId(), newShortCode(codeLength), house.clock.now()];
	return house.store.transact(async (tx) => {
		const place = await placeFor(tx, actor, { placeId, day: dayInVietNam(openedAt) });
		getTest(house.catalog, testId);
		const since = new Date(openedAt.getTime() - sentTwiceMs);
		const same = await findSame(tx, { testId, placeId, openedBy, openedAt: since });
		if (same) return { id: same.id, made: false };
		const row: SittingRow = {
			...{ id, testId, placeId, placePath: place.path, code, retakeAllowed, openedBy, openedAt },
			...{ endsAt: endOf(openedAt), closedAt: null, closedBy: null }
		};
		await addSitting(tx, row);
		const details = { test: testId, retakes: retakeAllowed };
		await recordAct(tx, house, actOn(actor, 'assess.sitting-opened', { sitting: row, details }));
		return { id, made: true };
	});
}

async function placeFor(
	reader: Reader,
	actor: Actor,
	{ placeId, day }: { placeId: string; day: string }
): Promise<Place> {
	const fields = (code: string) => ({ fields: [{ field: 'placeId', code }] });
	const place = await findPlace(reader, placeId);
	if (!place || !mayActIn(actor, supervisors, place.path)) throw notYourPlace(fields('sittings.not-your-place'));
	const ended = place.validTo !== null && place.validTo < day;
	if (ended || !kinds.includes(place.kind)) throw noSittingsThere(fields('sittings.no-sittings-there'));
	return place;
}
