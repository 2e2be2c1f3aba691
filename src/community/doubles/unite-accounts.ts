import type { FastifyRequest } from 'fastify';
import {
	accountsToUnite,
	checkOwnPassword,
	closeInto,
	reopenFrom,
	waitingIn,
	type BothAccounts
} from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { wrongFields } from '../refusals.ts';
import { undoableSince, undoableUntil } from '../recognised/undoable.ts';
import { joinLearners, partLearners } from './join-learners.ts';
import { noSuchUnion, unitedLately } from './refusals.ts';
import type { AccountUnion, Uniting } from './schemas.ts';
import { addUnion, dropUnion, findLatestUnion } from './union-queries.ts';

/**
 * Makes one of two accounts of one person: the one that is signed in is kept with all that both have learnt; the other,
 * which the identity that waits in this browser belongs to, is closed. All in one transaction, and with what it takes to
 * undo it. She shows that she owns both: the one by its password, the other by the identity.
 */
export async function uniteAccounts(
	house: CommunityHouse,
	request: FastifyRequest,
	{ sure, differs = false, waiting, password }: Uniting
): Promise<void> {
	await waitingIn(house, request, waiting);
	const { differs: namesDiffer } = await accountsToUnite(house, house.store.read, request);
	refuseUnsure({ sure, differs: differs || !namesDiffer, password });
	await checkOwnPassword(house, request.actor, { password, field: 'password' });
	await house.store.transact(async (tx) => {
		const both = await accountsToUnite(house, tx, request);
		const at = house.clock.now();
		if (await findLatestUnion(tx, both.other.id, undoableSince(at))) throw unitedLately();
		await unite(house, tx, { ...both, at });
		await noteBoth(house, tx, { action: 'identity.accounts-united', ids: [both.account.id, both.other.id] });
	});
}

async function unite(
	house: CommunityHouse,
	tx: Writer,
	{ account, other, consentedAt, at }: BothAccounts & { at: Date }
): Promise<void> {
	const claim = { fromLearnerId: other.learnerId, intoLearnerId: account.learnerId };
	const joined = { consentedAt: consentedAt.toISOString(), ...(await joinLearners(tx, house, claim)) };
	const union = { accountId: account.id, otherId: other.id, otherName: other.name, unitedAt: at };
	await addUnion(tx, { id: newId(), ...union, joined });
	await closeInto(tx, { account, other }, at);
}

/** The latest of her unions that can still be undone; null for none. */
export async function lastUnionOf(
	{ clock }: Pick<CommunityHouse, 'clock'>,
	reader: Reader,
	{ accountId }: Actor
): Promise<AccountUnion | null> {
	const found = await findLatestUnion(reader, accountId ?? '', undoableSince(clock.now()));
	if (!found) return null;
	const { id, otherName, unitedAt } = found;
	return { id, name: otherName, at: unitedAt.toISOString(), until: undoableUntil(unitedAt).toISOString() };
}

/** Parts them: both accounts are as they were before, and what was learnt since stays with the one that was kept. */
export async function partAccounts(house: CommunityHouse, { accountId }: Actor, unionId: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const union = await findLatestUnion(tx, accountId ?? '', undoableSince(house.clock.now()));
		if (union?.id !== unionId) throw noSuchUnion();
		const { otherId, joined } = union;
		const claim = await reopenFrom(tx, { ...union, consentedAt: new Date(joined.consentedAt) });
		await partLearners(tx, claim, joined);
		await dropUnion(tx, unionId);
		await noteBoth(house, tx, { action: 'identity.accounts-parted', ids: [union.accountId, otherId] });
	});
}

async function noteBoth(
	house: CommunityHouse,
	tx: Writer,
	{ action, ids }: { action: 'identity.accounts-united' | 'identity.accounts-parted'; ids: [string, string] }
): Promise<void> {
	const [accountId] = ids;
	for (const id of ids)
		await recordAct(tx, house, {
			doer: { accountId, role: 'learner', placeId: null },
			action,
			subject: { kind: 'account', id },
			placePath: '/'
		});
}

function refuseUnsure({ sure, differs, password }: Required<Omit<Uniting, 'waiting'>>): void {
	const fields = [
		...(sure ? [] : [{ field: 'sure', code: 'doubles.sure-needed' }]),
		...(differs ? [] : [{ field: 'differs', code: 'identity.vneid-differs-needed' }]),
		...(password === '' ? [{ field: 'password', code: 'platform.field-required' }] : [])
	];
	if (fields.length > 0) throw wrongFields({ fields });
}
