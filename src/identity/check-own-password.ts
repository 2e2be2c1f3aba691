import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { signInFirst } from '../platform/http/access.ts';
import { guarded } from './guessing.ts';
import { currentPassword } from './limits.ts';
import { isPassword } from './password-hash.ts';
import { findAccount, type Account } from './queries.ts';
import { wrongCurrentPassword } from './refusals.ts';

/**
 * Makes sure that whoever is signed in knows her password, for what can't be taken back, and returns her account as it
 * was then. Each session has tries of its own: somebody at a phone left open can't keep its owner out elsewhere.
 */
export async function checkOwnPassword(
	house: House,
	actor: Actor,
	{ password, field }: { password: string; field: string }
): Promise<Account> {
	const account = await findAccount(house.store.read, actor.accountId ?? '');
	if (!account) throw signInFirst();
	const isRight = async () => (await isPassword(password, account.passwordHash)) || undefined;
	if (!(await guarded(house, [[currentPassword, `${account.id} ${actor.sessionId}`]], isRight)))
		throw wrongCurrentPassword({ fields: [{ field, code: 'identity.current-is-wrong' }] });
	return account;
}
