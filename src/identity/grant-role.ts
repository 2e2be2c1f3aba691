import { findPlace, noSuchPlace } from '../places/index.ts';
import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import { endGrantRow, findGrant, findReachable, hasAdministrator, listGrants } from './account-queries.ts';
import { endCardSessionsBy } from './card-queries.ts';
import { actOnGrant, keepGrant } from './helper-role.ts';
import { lastAdministrator, noSuchAccount, noSuchGrant, notYourGrant } from './refusals.ts';
import type { NewGrant } from './schemas.ts';

/**
 * Gives somebody a role on a place that lies within the giver's own; giving it again changes nothing.
 */
export async function grantRole(house: House, actor: Actor, { accountId, role, placeId }: NewGrant) {
	return house.store.transact(async (tx) => {
		const place = await findPlace(tx, placeId);
		if (!place) throw noSuchPlace({ fields: [{ field: 'placeId', code: 'places.no-such-place' }] });
		if (!mayActIn(actor, ['administrator'], place.path)) throw notYourGrant();
		if (!(await findReachable(tx, actor, accountId))) throw noSuchAccount();
		const held = await listGrants(tx, [accountId]);
		const same = held.find((grant) => grant.role === role && grant.placeId === placeId);
		if (same) return { id: same.id, role, place };
		const grant = { id: newId(), accountId, role, placeId, placePath: place.path };
		await keepGrant(tx, house, { ...grant, grantedBy: actor.accountId });
		await recordAct(tx, house, { ...actOnGrant('identity.grant-given', grant), doer: doerIn(actor, place.path) });
		return { id: grant.id, role, place };
	});
}

/** Takes a role back. The last administrator of the whole country stays: without one nobody could name another. */
export async function endGrant(house: House, actor: Actor, grantId: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const grant = await findGrant(tx, grantId);
		if (!grant) throw noSuchGrant();
		if (!mayActIn(actor, ['administrator'], grant.placePath)) throw notYourGrant();
		const isTop = grant.role === 'administrator' && grant.placePath === '/';
		if (isTop && !(await hasAdministrator(tx, { grantId: grant.id }))) throw lastAdministrator();
		await endGrantRow(tx, grant.id, house.clock.now());
		await endCardSessionsBy(tx, grant.accountId);
		await recordAct(tx, house, { ...actOnGrant('identity.grant-ended', grant), doer: doerIn(actor, grant.placePath) });
	});
}

const doerIn = (actor: Actor, placePath: string) => doerOf(actor, ['administrator'], placePath);
