import type { Role } from '../platform/actor.ts';
import { recordAct, type Doer } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { addGrant, endGrantRow, endReopenings, findGrant, listGrants, type GrantRow } from './account-queries.ts';
import { endCardSessionsBy } from './card-queries.ts';

type Means = Pick<House, 'clock' | 'secrets'>;

/** Who becomes a helper, where, by whose word. */
export interface HelperRole {
	readonly accountId: string;
	readonly place: { readonly id: string; readonly path: string };
	/** The account that asked her in. */
	readonly grantedBy: string;
	readonly doer: Doer;
}

/**
 * Makes somebody a helper of a place, in the transaction at hand; for rooms that have made sure of their own that it may
 * be so. Returns the grant's id, to end it by; null where she is one there already, which is not theirs to end.
 */
export async function giveHelperRole(
	tx: Writer,
	means: Means,
	{ accountId, place, grantedBy, doer }: HelperRole
): Promise<string | null> {
	const held = await listGrants(tx, [accountId]);
	if (held.some(({ role, placeId }) => role === 'helper' && placeId === place.id)) return null;
	const id = newId();
	const grant = { id, accountId, role: 'helper' as const, placeId: place.id, placePath: place.path };
	await keepGrant(tx, means, { ...grant, grantedBy });
	await recordAct(tx, means, { ...actOnGrant('identity.grant-given', grant), doer });
	return id;
}

/** Ends a helper's role that was given so; nothing happens where somebody has ended it meanwhile. */
export async function endHelperRole(
	tx: Writer,
	means: Means,
	{ grantId, doer }: { grantId: string; doer: Doer }
): Promise<void> {
	const grant = await findGrant(tx, grantId);
	if (grant?.role !== 'helper') return;
	await endGrantRow(tx, grant.id, means.clock.now());
	await endCardSessionsBy(tx, grant.accountId);
	await recordAct(tx, means, { ...actOnGrant('identity.grant-ended', grant), doer });
}

/** Whether an account holds one of these roles on a place or above it now. */
export async function holdsRole(
	reader: Reader,
	accountId: string,
	{ roles, placePath }: { roles: readonly Role[]; placePath: string }
): Promise<boolean> {
	const held = await listGrants(reader, [accountId]);
	return held.some((grant) => roles.includes(grant.role) && placePath.startsWith(grant.placePath));
}

type NewGrant = Omit<GrantRow, 'grantedAt' | 'endedAt'>;

/**
 * Keeps a grant that begins now. A code that waits on a sheet dies: whoever printed it could open a plain account with
 * it, not that of someone with a role.
 */
export async function keepGrant(tx: Writer, { clock }: Pick<House, 'clock'>, grant: NewGrant): Promise<void> {
	const now = clock.now();
	await addGrant(tx, { ...grant, grantedAt: now, endedAt: null });
	await endReopenings(tx, grant.accountId, now);
}

type GrantParts = Pick<GrantRow, 'id' | 'accountId' | 'role' | 'placeId' | 'placePath'>;

/** An act on a grant, as the trail tells it. */
export function actOnGrant(
	action: 'identity.grant-given' | 'identity.grant-ended',
	{ id, accountId, role, placeId, placePath }: GrantParts
) {
	const subject = { kind: 'account', id: accountId };
	return { action, subject, placePath, details: { grantId: id, role, placeId } };
}
