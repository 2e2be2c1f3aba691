import { addUnion } from '../../src/community/doubles/union-queries.ts';
import { joinLearners } from '../../src/community/doubles/join-learners.ts';
import { closeInto } from '../../src/identity/index.ts';
import { findAccount } from '../../src/identity/queries.ts';
import type { TestApp } from '../support/index.ts';
import type { Cast } from './cast.ts';
import type { Door } from './doors.ts';

/** Somebody's second account was united with her first, as when the provider vouched for both. */
export async function uniteSpare(
	{ house }: TestApp,
	{ accountId, otherId }: { accountId: string; otherId: string }
): Promise<string> {
	const id = `union-of-${accountId}`;
	await house.store.transact(async (tx) => {
		const [account, other] = [await findAccount(tx, accountId), await findAccount(tx, otherId)];
		if (!account || !other) throw new Error('both accounts are there');
		const claim = { fromLearnerId: other.learnerId, intoLearnerId: account.learnerId };
		const at = house.clock.now();
		const joined = { consentedAt: at.toISOString(), ...(await joinLearners(tx, house, claim)) };
		await addUnion(tx, { id, accountId, otherId, otherName: other.name, unitedAt: at, joined });
		await closeInto(tx, { account, other }, at);
	});
	return id;
}

/** Parting what was united. */
export function parting({ unionIds }: Pick<Cast, 'unionIds'>): Door[] {
	return (['accountC', 'accountD'] as const).map((who): Door => {
		const path = `/me/unions/${unionIds[who]}`;
		return { route: 'DELETE /me/unions/{id}', of: who, path, may: [who], once: true };
	});
}
