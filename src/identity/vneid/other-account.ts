import type { FastifyRequest } from 'fastify';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { listGrants } from '../account-queries.ts';
import { dropConsents } from '../consent-queries.ts';
import { closeAccount, endEntrances } from '../own-data-queries.ts';
import { changeAccountRow, findAccount, mergeLearner, type Account } from '../queries.ts';
import { isSame } from './claims.ts';
import { hashesOf } from './number-vault.ts';
import { changeIdentity, findIdentity, findIdentityOf } from './queries.ts';
import { hasAnother, nothingWaits, otherHasRoles } from './refusals.ts';
import { waitingIn } from './trips.ts';
import type { VneidHouse } from './vneid-house.ts';

type Means = Pick<VneidHouse, 'clock' | 'config' | 'secrets'>;

/** Two accounts of whoever the provider vouches for in this browser: the one that is signed in, and the one she has. */
export interface BothAccounts {
	account: Account;
	other: Account;
	/** Name or year of birth of the one that is signed in are not those of the identity. */
	differs: boolean;
	/** When the identity was agreed to. */
	consentedAt: Date;
}

/** The other account of whoever waits in this browser; null where she has none besides the one that is signed in. */
export async function findBothAccounts(
	means: Means,
	reader: Reader,
	request: FastifyRequest
): Promise<BothAccounts | null> {
	const waiting = await waitingIn(means, request);
	const account = await findAccount(reader, request.actor.accountId ?? '');
	if (!waiting || !account) return null;
	const known = await findIdentity(reader, await hashesOf(reader, means.secrets, waiting.person));
	if (!known || known.accountId === account.id) return null;
	const other = await findAccount(reader, known.accountId);
	const identity = await findIdentityOf(reader, known.accountId);
	if (!other || !identity) return null;
	return { account, other, differs: !isSame(account, waiting.person), consentedAt: identity.consentedAt };
}

/**
 * The two accounts, where they may become one: refuses where nobody waits, where the one that is signed in has another
 * identity, and where the other has roles, which nobody takes along by herself.
 */
export async function accountsToUnite(means: Means, reader: Reader, request: FastifyRequest): Promise<BothAccounts> {
	const both = await findBothAccounts(means, reader, request);
	if (!both) throw nothingWaits();
	if (await findIdentityOf(reader, both.account.id)) throw hasAnother();
	if ((await listGrants(reader, [both.other.id])).length > 0) throw otherHasRoles();
	return both;
}

interface Handing {
	account: Account;
	other: Account;
}

/** The other account opens nothing any more; its identity opens the one that is kept. Its own way in stays reserved. */
export async function closeInto(tx: Writer, { account, other }: Handing, at: Date): Promise<void> {
	await mergeLearner(tx, other.learnerId, { mergedInto: account.learnerId, mergedAt: at });
	await endEntrances(tx, { accountId: other.id, learnerIds: [other.learnerId] }, at);
	await changeAccountRow(tx, other.id, { closedAt: at });
	await changeIdentity(tx, other.id, { accountId: account.id });
}

/**
 * Undoes it, and returns whose learning is to go back from whom; the identity goes back where it is still the one that
 * came.
 */
export async function reopenFrom(
	tx: Writer,
	{ accountId, otherId, consentedAt }: { accountId: string; otherId: string; consentedAt: Date }
): Promise<{ fromLearnerId: string; intoLearnerId: string }> {
	await changeAccountRow(tx, otherId, { closedAt: null });
	const [account, other] = [await findAccount(tx, accountId), await findAccount(tx, otherId)];
	if (!account || !other) throw new Error('an account that was united with another is not there any more');
	await mergeLearner(tx, other.learnerId, { mergedInto: null, mergedAt: null });
	const identity = await findIdentityOf(tx, accountId);
	if (identity?.consentedAt.getTime() === consentedAt.getTime())
		await changeIdentity(tx, accountId, { accountId: otherId });
	return { fromLearnerId: other.learnerId, intoLearnerId: account.learnerId };
}

/** Its time to come back is over, or whoever was kept has everything deleted: nothing but its bare id is left. */
export async function forgetOther(tx: Writer, otherId: string, at: Date): Promise<void> {
	await closeAccount(tx, otherId, at);
	await dropConsents(tx, otherId);
}
