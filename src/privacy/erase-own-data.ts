import { checkOwnPassword, refuseClosing, selfOf } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import { noLearner } from '../platform/http/access.ts';
import type { PrivacyHouse } from './privacy-house.ts';
import { askHelper, notSure } from './refusals.ts';
import type { Erasure } from './schemas.ts';

/**
 * Deletes, for good and in one transaction, all that is kept of whoever asks; every room says of its own what that is.
 * Who has an account shows that it is hers by the password.
 */
export async function eraseOwnData(house: PrivacyHouse, actor: Actor, { sure, password = '' }: Erasure): Promise<void> {
	if (actor.learnerId === null) throw noLearner();
	if (actor.card !== null) throw askHelper();
	if (!sure) throw notSure();
	const account =
		actor.accountId === null ? null : await checkOwnPassword(house, actor, { password, field: 'password' });
	await house.store.transact(async (tx) => {
		const roles = account ? await refuseClosing(tx, account) : 0;
		const self = await selfOf(tx, actor);
		if (!self) throw noLearner();
		await house.ownData.erase(tx, self, house.clock.now());
		if (!account) return;
		const placePath = account.placePath ?? '/';
		const doer = doerOf(actor, [], placePath);
		const subject = { kind: 'account', id: account.id };
		await recordAct(tx, house, { doer, action: 'privacy.data-erased', subject, placePath, details: { roles } });
	});
}
