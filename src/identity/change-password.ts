import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { signInFirst } from '../platform/http/access.ts';
import { take } from '../platform/allowance.ts';
import { checkOwnPassword } from './check-own-password.ts';
import { newPassword } from './limits.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFault } from './password-rules.ts';
import { findAccount, setPasswordHash } from './queries.ts';
import { wrongFields } from './refusals.ts';
import type { PasswordChange } from './schemas.ts';
import { addSession, endSessions } from './session-queries.ts';
import type { Issued } from './tokens.ts';

/**
 * Changes the password of whoever knows the present one, and signs out everywhere but here; here, too, the session
 * is a new one, so that a copy of the old cookies is worth nothing.
 */
export async function changePassword(
	house: House,
	actor: Actor,
	{ current, next, device }: PasswordChange & { device: string }
): Promise<Issued> {
	const account = await findAccount(house.store.read, actor.accountId ?? '');
	if (!account) throw signInFirst();
	const code = passwordFault(next, account);
	if (code !== null) throw wrongFields({ fields: [{ field: 'next', code }] });
	await checkOwnPassword(house, actor, { password: current, field: 'current' });
	if (account.phone !== null) await take(house, [[newPassword, account.phone]]);

	const passwordHash = await hashPassword(next);
	return house.store.transact(async (tx) => {
		const now = house.clock.now();
		if ((await findAccount(tx, account.id))?.passwordHash !== account.passwordHash) throw signInFirst();
		await setPasswordHash(tx, account.id, passwordHash);
		await endSessions(tx, account.id, { at: now });
		return addSession(tx, { accountId: account.id, device, now });
	});
}
