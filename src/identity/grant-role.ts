import { findPlace, noSuchPlace } from '../places/index.ts';
import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import {
	addGrant,
	endGrantRow,
	endReopenings,
	findGrant,
	findReachable,
	hasAdministrator,
	listGrants,
	type GrantRow
} from './account-queries.ts';
import { lastAdministrator, noSuchAccount, noSuchGrant, notYourGrant } from './refusals.ts';
import type { NewGrant } from './schemas.ts';

/**
 * Gives somebody a role on a place that lies within the giver's own; giving it again changes nothing. A code that
 * waits on a sheet dies: whoever printed it could open a plain account with it, not that of someone with a role.
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
		const now = house.clock.now();
		await addGrant(tx, { ...grant, grantedBy: actor.accountId, grantedAt: now, endedAt: null });
		await endReopenings(tx, accountId, now);
		await recordAct(tx, house, actOn(actor, 'identity.grant-given', grant));
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
		if (isTop && !(await hasAdministrator(tx, grant.id))) throw lastAdministrator();
		await endGrantRow(tx, grant.id, house.clock.now());
		await recordAct(tx, house, actOn(actor, 'identity.grant-ended', grant));
	});
}

type GrantParts = Pick<GrantRow, 'id' | 'accountId' | 'role' | 'placeId' | 'placePath'>;

function actOn(actor: Actor, action: Act['action'], { id, accountId, role, placeId, placePath }: GrantParts): Act {
	return {
		doer: doerOf(actor, ['administrator'], placePath),
		action,
		subject: { kind: 'account', id: accountId },
		placePath,
		details: { grantId: id, role, placeId }
	};
}
