import { recordAct, type Doer } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { endGrantRow, listGrantsAt } from './account-queries.ts';
import { endCardSessionsBy } from './card-queries.ts';
import { actOnGrant, keepGrant } from './helper-role.ts';

interface Carrying {
	readonly fromId: string;
	/** Null where the roles end with the place. */
	readonly into: { readonly id: string; readonly path: string } | null;
	readonly grantedBy: string | null;
	readonly doer: Doer;
}

/**
 * Everybody's role on a place goes over to another, or ends, in the transaction at hand; for rooms that have made sure of
 * their own that it may be so. What was held stays written where it was.
 */
export async function carryGrants(
	tx: Writer,
	means: Pick<House, 'clock' | 'secrets'>,
	{ fromId, into, grantedBy, doer }: Carrying
): Promise<void> {
	const held = into === null ? [] : await listGrantsAt(tx, into.id);
	const there = new Set(held.map(({ accountId, role }) => `${accountId} ${role}`));
	for (const grant of await listGrantsAt(tx, fromId)) {
		const { accountId, role } = grant;
		await endGrantRow(tx, grant.id, means.clock.now());
		await recordAct(tx, means, { ...actOnGrant('identity.grant-ended', grant), doer });
		if (into === null) await endCardSessionsBy(tx, accountId);
		else if (!there.has(`${accountId} ${role}`)) {
			const next = { id: newId(), accountId, role, placeId: into.id, placePath: into.path };
			await keepGrant(tx, means, { ...next, grantedBy });
			await recordAct(tx, means, { ...actOnGrant('identity.grant-given', next), doer });
		}
	}
}
